import { createHash } from 'node:crypto';
import { cacheHeaders, crossOriginHeaders } from './headers.ts';

/** 200 with the value as JSON, or 304 where the client has it already. */
export function answer(request: Request, value: unknown, isPublic: boolean): Response {
  const body = JSON.stringify(value);
  const headers = new Headers({ ...cacheHeaders(isPublic), ...crossOriginHeaders(isPublic) });
  if (isPublic) {
    const tag = entityTag(body);
    headers.set('etag', tag);
    if (isKnown(request.headers.get('if-none-match'), tag))
      return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(body, { status: 200, headers });
}

/** Weak, because the same body may leave compressed or not. */
function entityTag(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** The weak comparison of RFC 9110, 13.1.2: a list of tags, or `*` for any. */
function isKnown(given: string | null, tag: string): boolean {
  if (given === null) return false;
  if (given.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return [...given.matchAll(/(?:W\/)?("[^"]*")/g)].some((match) => match[1] === opaque);
}
