import type { ServerResponse } from 'node:http';
import { expectStatus, forgetStatus, statusOf } from '#lib/platform/page-status.ts';

type Failed = { status: number; page: string; headers: Record<string, string | number> };

/** Next sets another status on an answer that has left already; what the reader got was this one. */
const sent = new WeakMap<ServerResponse, number>();

export function statusSent(response: ServerResponse): number {
  return sent.get(response) ?? response.statusCode;
}

/** Sends 404 with what a page rendered when the page said that its record is not there: Next's own is empty. */
export function sendMissingAs404(response: ServerResponse, requestId: string): void {
  expectStatus(requestId);
  const write = response.writeHead;
  response.writeHead = function writeHead(this: ServerResponse, ...given: unknown[]) {
    if (statusOf(requestId) === 404 && this.statusCode === 200) {
      this.statusCode = 404;
      if (given[0] === 200) given[0] = 404;
    }
    sent.set(this, typeof given[0] === 'number' ? given[0] : this.statusCode);
    return Reflect.apply(write, this, given);
  } as typeof write;
  response.once('close', () => forgetStatus(requestId));
}

/**
 * Sends a page that can be read instead of what Next makes of a page that threw: that one is empty until
 * scripts run. To be called after compression, so that the new page is compressed, too.
 * @param make the answer to send instead, asked when the headers are about to leave; null leaves Next's
 */
export function replaceFailedPages(response: ServerResponse, make: () => Failed | null): void {
  const { write, end, writeHead } = response;
  let failed: Failed | null | undefined;
  const look = (): Failed | null => {
    if (failed !== undefined) return failed;
    failed = make();
    if (failed !== null) prepareHeaders(response, failed);
    return failed;
  };
  response.writeHead = function replaced(this: ServerResponse, ...given: unknown[]) {
    const answer = look();
    if (answer !== null) given = [answer.status];
    return Reflect.apply(writeHead, this, given);
  } as typeof writeHead;
  response.write = function replaced(this: ServerResponse, ...given: unknown[]) {
    return look() === null ? Reflect.apply(write, this, given) : true;
  } as typeof write;
  response.end = function replaced(this: ServerResponse, ...given: unknown[]) {
    const answer = look();
    return Reflect.apply(end, this, answer === null ? given : [answer.page]);
  } as typeof end;
}

function prepareHeaders(response: ServerResponse, failed: Failed): void {
  response.statusCode = failed.status;
  // Next names the fonts and styles of the page that is not sent.
  for (const name of ['link', 'content-length', 'etag']) response.removeHeader(name);
  for (const [name, value] of Object.entries(failed.headers)) response.setHeader(name, value);
}
