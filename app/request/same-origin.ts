/**
 * Whether a browser sends this from a page of ours. Next checks server actions itself; a route handler that
 * writes has to ask. Programs, which send neither header, have no cookies to be abused.
 */
export function isSameOrigin(request: Request): boolean {
  const { headers } = request;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  return origin === null || URL.parse(origin)?.host === headers.get('host');
}
