import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { matchEvidence } from '#db/schema/matching.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type ChangedNotice, WATCH_CHANNEL } from './contract.ts';

/** The cities themselves. */
export async function selectSlugs(tx: Tx, cityIds: readonly string[]): Promise<string[]> {
  if (cityIds.length === 0) return [];
  const rows = await tx
    .select({ slug: city.key })
    .from(city)
    .where(inArray(city.id, [...cityIds]))
    .orderBy(asc(city.key));
  return rows.map((row) => row.slug);
}

/** A city and every city whose match page can show a record of it. */
export async function selectShowing(tx: Tx, cityId: string): Promise<string[]> {
  const partners = tx
    .select({ id: matchEvidence.cityId })
    .from(matchEvidence)
    .where(eq(matchEvidence.otherCityId, cityId))
    .union(
      tx
        .select({ id: matchEvidence.otherCityId })
        .from(matchEvidence)
        .where(eq(matchEvidence.cityId, cityId)),
    );
  const rows = await tx
    .select({ slug: city.key })
    .from(city)
    .where(or(eq(city.id, cityId), inArray(city.id, partners)))
    .orderBy(asc(city.key));
  return rows.map((row) => row.slug);
}

/** Leaves with the transaction's commit, and not at all when it fails. */
export async function notifyWatchers(tx: Tx, notice: ChangedNotice): Promise<void> {
  await tx.execute(sql`select pg_notify(${WATCH_CHANNEL}, ${JSON.stringify(notice)})`);
}
