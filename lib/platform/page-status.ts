// Pages know no response, and Next's bundle and the server share nothing but globalThis.
const KEY = Symbol.for('saling.page-status');
type Told = { status?: 404 | 500 | 503; hasBegun?: true };
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Told> };

/** For the server: this request may be given a status by the page that answers it, until `forgetStatus`. */
export function expectStatus(requestId: string): void {
  shared[KEY] ??= new Map();
  shared[KEY].set(requestId, {});
}

/** For pages: the status of the answer to this request, whatever Next makes of it. */
export function setStatus(requestId: string, status: 404 | 500 | 503): void {
  const told = shared[KEY]?.get(requestId);
  if (told) told.status = status;
}

export function statusOf(requestId: string): number | undefined {
  return shared[KEY]?.get(requestId)?.status;
}

/** For pages and actions: our own code has the request. What fails before could not be read. */
export function noteBegun(requestId: string): void {
  const told = shared[KEY]?.get(requestId);
  if (told) told.hasBegun = true;
}

/** True, too, where nobody has said that the request is expected. */
export function hasBegun(requestId: string): boolean {
  const told = shared[KEY]?.get(requestId);
  return told === undefined || told.hasBegun === true;
}

export function forgetStatus(requestId: string): void {
  shared[KEY]?.delete(requestId);
}
