import postgres from 'postgres';

/**
 * Has the planner look at the tables where there is one that it has never looked at, and after a load. Else it
 * would guess until autovacuum comes round a minute later, and a search took seconds instead of milliseconds.
 */
export async function ensureStatistics(
  ownerUrl: string,
  options: { isLoaded?: boolean } = {},
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const unknown = await sql`
      select 1 from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples < 0 limit 1`;
    if (unknown.length > 0 || options.isLoaded === true) await sql`analyze`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
