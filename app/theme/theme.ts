export type Theme = 'light' | 'dark';

/** A theme that a reader chose, or undefined: then the device decides. */
export function readTheme(value: string | null | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}

/**
 * Where to go back to after a choice: path and query of the page that the reader came from, if it is one of
 * ours, else the home page. Never another host.
 */
export function backTo(referer: string | null, host: string | null): string {
  if (referer === null || host === null || !URL.canParse(referer)) return '/';
  const from = new URL(referer);
  const isWeb = from.protocol === 'http:' || from.protocol === 'https:';
  if (!isWeb || from.host !== host || !from.pathname.startsWith('/')) return '/';
  const path = from.pathname.replace(/^\/[/\\]+/, '/');
  return path === '/theme' ? '/' : `${path}${from.search}`;
}
