import type { Logger } from '#lib/platform/log.ts';
import { type ErrorCode, SalingError } from './errors.ts';

/**
 * Logs once what a request failed at. A part that does not answer is one short line, not a trace each time.
 * @returns the code of the error: what is none of ours is `internal`
 */
export function logFailure(log: Logger, error: unknown, facts: Record<string, unknown>): ErrorCode {
  const known = ourError(error);
  if (known?.code === 'unavailable') {
    log.warn({ ...facts, ...known.params, cause: causeOf(known) }, 'a part does not answer');
    return 'unavailable';
  }
  log.error({ ...facts, err: error }, 'a request failed');
  return known?.code ?? 'internal';
}

/** By name as well: Next's bundles hold several copies of the class. */
function ourError(error: unknown): SalingError | undefined {
  const isOurs = error instanceof SalingError || (error instanceof Error && error.name === 'SalingError');
  return isOurs ? (error as SalingError) : undefined;
}

function causeOf(error: Error): string | undefined {
  let inner: unknown = error.cause;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return undefined;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
}
