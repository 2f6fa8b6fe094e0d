/**
 * The address of the same page in another language, everything else of its query kept. Without a known path
 * it is relative to the page, which loses the rest of the query.
 */
export function withLanguage(path: string | undefined, language: string): string {
  if (path === undefined) return `?lang=${language}`;
  const [before = '/', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${before.replace(/^\/{2,}/, '/')}?${parameters}`;
}
