import { eq, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type ChangedNotice, WATCH_CHANNEL } from './contract.ts';

/** Slugs of the cities whose match page shows something of this city. */
export async function selectWatchedSlugs(tx: Tx, cityId: string): Promise<string[]> {
  const rows = await tx.select({ slug: city.key }).from(city).where(eq(city.id, cityId));
  return rows.map((row) => row.slug);
}

/** Leaves with the transaction's commit, and not at all when it fails. */
export async function notifyWatchers(tx: Tx, notice: ChangedNotice): Promise<void> {
  await tx.execute(sql`select pg_notify(${WATCH_CHANNEL}, ${JSON.stringify(notice)})`);
}
