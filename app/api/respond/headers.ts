/** Methods that an address of the API knows. */
export const ALLOW = 'GET, HEAD, OPTIONS';

/** Public records may be read by any site, without cookies; the rest by none but our own pages. */
export function crossOriginHeaders(isPublic: boolean): Record<string, string> {
  if (!isPublic) return {};
  return {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, retry-after, x-request-id, content-language',
  };
}

/** For the question that a browser asks before it sends a header of its own. */
export function preflightHeaders(isPublic: boolean): Record<string, string> {
  if (!isPublic) return {};
  return {
    'access-control-allow-methods': ALLOW,
    'access-control-allow-headers': 'accept-language, if-none-match',
    'access-control-max-age': '86400',
  };
}

/** A stored copy is asked about each time: records change without notice. The server adds what answers vary by. */
export function cacheHeaders(isPublic: boolean): Record<string, string> {
  return { 'cache-control': isPublic ? 'public, max-age=0, must-revalidate' : 'no-store' };
}
