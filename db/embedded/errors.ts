/** Why the embedded database could not be had. The message is one line and says what to do. */
export type EmbeddedErrorCode = 'platform' | 'folder' | 'version' | 'in-use' | 'start';

export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

export const useOwnServer = 'set DATABASE_URL to a PostgreSQL server (16 or newer)';

/** The code of a system error such as ENOENT, or '' when the error carries none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the system refused something with a file: its errors name the path. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && 'path' in error && /^E[A-Z]+$/.test(systemCode(error));
}
