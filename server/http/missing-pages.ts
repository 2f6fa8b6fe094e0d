import type { ServerResponse } from 'node:http';

// Filled by app/request/found.ts: pages know no response, and Next's own 404 is empty until scripts run.
const KEY = Symbol.for('saling.missing-pages');
const shared = globalThis as typeof globalThis & { [KEY]?: Set<string> };

/** Sends 404 with what a page rendered when the page said that its record is not there. */
export function sendMissingAs404(response: ServerResponse, requestId: string): void {
  const write = response.writeHead;
  response.writeHead = function writeHead(this: ServerResponse, ...given: unknown[]) {
    if (shared[KEY]?.has(requestId) && this.statusCode === 200) {
      this.statusCode = 404;
      if (given[0] === 200) given[0] = 404;
    }
    return Reflect.apply(write, this, given);
  } as typeof write;
  response.once('close', () => shared[KEY]?.delete(requestId));
}
