import { SalingError } from './errors.ts';

const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Uniqueness and limits are the database's to decide; this gives its answers their names. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof SalingError) return error;
  const code = driverCode(error);
  if (code === undefined) return error;
  if (LOST.has(code)) return new SalingError('unavailable', { params: { part: 'database' }, cause: error });
  switch (code) {
    case '23505':
    case '40001':
    case '40P01':
      return new SalingError('conflict', { cause: error });
    case '23503':
    case '23514':
    case '22001':
    case '22003':
    case '22021':
    case '22P05':
      return new SalingError('invalid', { cause: error });
    default:
      return error;
  }
}

/** SQLSTATE or Node's code, also where Drizzle has wrapped the driver's error. */
function driverCode(error: unknown): string | undefined {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
  }
  return undefined;
}
