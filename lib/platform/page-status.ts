// Pages know no response, and Next's bundle and the server share nothing but globalThis.
const KEY = Symbol.for('saling.page-status');
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, number | undefined> };

/** For the server: this request may be given a status by the page that answers it, until `forgetStatus`. */
export function expectStatus(requestId: string): void {
  shared[KEY] ??= new Map();
  shared[KEY].set(requestId, undefined);
}

/** For pages: the status of the answer to this request, whatever Next makes of it. */
export function setStatus(requestId: string, status: 404 | 500 | 503): void {
  if (shared[KEY]?.has(requestId)) shared[KEY].set(requestId, status);
}

export function statusOf(requestId: string): number | undefined {
  return shared[KEY]?.get(requestId);
}

export function forgetStatus(requestId: string): void {
  shared[KEY]?.delete(requestId);
}
