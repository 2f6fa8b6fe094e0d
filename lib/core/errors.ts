/** Every refusal that the core knows. Transports translate each; the switch there is exhaustive. */
export const ERROR_CODES = [
  'invalid',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'conflict',
  'too-many',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One wrong field: a JSON pointer into the input, and a code that a transport can translate. */
export type FieldProblem = { pointer: string; code: string; params?: Record<string, string | number> };

/** The one error class of the core. `cause` stays inside; only code, params and errors leave. */
export class SalingError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly errors: readonly FieldProblem[];

  constructor(
    code: ErrorCode,
    details: {
      params?: Record<string, string | number>;
      errors?: readonly FieldProblem[];
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'SalingError';
    this.code = code;
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
  }
}

export function notFound(): SalingError {
  return new SalingError('not-found');
}
