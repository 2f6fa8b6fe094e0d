export const MIGRATED = 'template_migrated';
export const SEEDED = 'template_seeded';

/** The same server, another database. */
export function templateUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
