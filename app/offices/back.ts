const PAGES =
  /^\/(?:our-city\/people|appointments(?:\/[0-9a-f-]{36})?|desk(?:\/offices\/[0-9a-f-]{36}|\/[a-z]+)?)$/;

/** A page of ours that a button stood on, with what to say there. Anything else leads home. */
export function backTo(page: string, said: Record<string, string>): string {
  if (!PAGES.test(page)) return '/';
  const query = new URLSearchParams(said).toString();
  return query === '' ? page : `${page}?${query}`;
}
