import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-saling-inner';
const SECRET = randomBytes(32).toString('base64url');

/**
 * Whether this very process asks itself, on behalf of a request that it found direct: after a server action that
 * redirects, Next fetches the next page from here with the headers of the first request and forwarded ones of its own.
 */
export function isInner(request: IncomingMessage): boolean {
  return request.headers[HEADER] === SECRET;
}

/** Only for a direct request: its host is this machine, so that the secret goes nowhere else. */
export function markInner(request: IncomingMessage): void {
  request.headers[HEADER] = SECRET;
}
