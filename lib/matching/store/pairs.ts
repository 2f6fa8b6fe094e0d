import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { holdBack, matchNotRelevant, matchRest } from '#db/schema/matching.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type PairOf = { cityLow: string; cityHigh: string };
export type HeldRow = typeof holdBack.$inferSelect;

/** A pair has no first and second: it is stored in the order of ids. */
export const pairOf = (one: string, other: string): PairOf =>
  one < other ? { cityLow: one, cityHigh: other } : { cityLow: other, cityHigh: one };

/** Whether the officer who acts serves one of the two. */
export async function servesOneOf(tx: Tx, { cityLow, cityHigh }: PairOf): Promise<boolean> {
  const [row] = await tx.execute<{ serves: boolean | null }>(
    sql`select saling_serves(${cityLow}::uuid) or saling_serves(${cityHigh}::uuid) as serves`,
  );
  return row?.serves === true;
}

export async function selectHeld(tx: Tx, pair: PairOf, isTrial: boolean): Promise<HeldRow | null> {
  const [row] = await tx
    .select()
    .from(holdBack)
    .where(
      and(
        eq(holdBack.cityLow, pair.cityLow),
        eq(holdBack.cityHigh, pair.cityHigh),
        eq(holdBack.isTrial, isTrial),
      ),
    );
  return row ?? null;
}

/** Those that the officer sees, the latest first. */
export function selectAllHeld(tx: Tx, isTrial: boolean): Promise<HeldRow[]> {
  return tx.select().from(holdBack).where(eq(holdBack.isTrial, isTrial)).orderBy(desc(holdBack.createdAt));
}

export async function putHeld(tx: Tx, row: PairOf & { reason: string; isTrial: boolean }): Promise<void> {
  await tx
    .insert(holdBack)
    .values(row)
    .onConflictDoUpdate({
      target: [holdBack.cityLow, holdBack.cityHigh, holdBack.isTrial],
      set: { reason: row.reason },
    });
}

export async function removeHeld(tx: Tx, pair: PairOf, isTrial: boolean): Promise<void> {
  await tx
    .delete(holdBack)
    .where(
      and(
        eq(holdBack.cityLow, pair.cityLow),
        eq(holdBack.cityHigh, pair.cityHigh),
        eq(holdBack.isTrial, isTrial),
      ),
    );
}

/** For exchanges: the pair is not suggested between these moments. */
export async function putRest(
  tx: Tx,
  row: PairOf & { isTrial: boolean; fromAt: Date; untilAt: Date },
): Promise<void> {
  const { fromAt, untilAt } = row;
  await tx
    .insert(matchRest)
    .values(row)
    .onConflictDoUpdate({
      target: [matchRest.cityLow, matchRest.cityHigh, matchRest.isTrial],
      set: { fromAt, untilAt },
    });
}

export async function removeRest(tx: Tx, pair: PairOf, isTrial: boolean): Promise<void> {
  await tx
    .delete(matchRest)
    .where(
      and(
        eq(matchRest.cityLow, pair.cityLow),
        eq(matchRest.cityHigh, pair.cityHigh),
        eq(matchRest.isTrial, isTrial),
      ),
    );
}

type Hidden = { cityId: string; otherCityId: string; isTrial: boolean };

export async function putNotRelevant(tx: Tx, row: Hidden): Promise<void> {
  await tx.insert(matchNotRelevant).values(row).onConflictDoNothing();
}

export async function removeNotRelevant(tx: Tx, row: Hidden): Promise<void> {
  await tx
    .delete(matchNotRelevant)
    .where(
      and(
        eq(matchNotRelevant.cityId, row.cityId),
        eq(matchNotRelevant.otherCityId, row.otherCityId),
        eq(matchNotRelevant.isTrial, row.isTrial),
      ),
    );
}

/** Ids of the cities that the city of this slug does not want to be suggested, in the world of who asks. */
export async function selectNotRelevant(tx: Tx, slug: string): Promise<string[]> {
  const rows = await tx
    .select({ id: matchNotRelevant.otherCityId })
    .from(matchNotRelevant)
    .innerJoin(city, eq(city.id, matchNotRelevant.cityId))
    .where(and(eq(city.key, slug), sql`${matchNotRelevant.isTrial} = saling_is_trial()`))
    .orderBy(asc(matchNotRelevant.saidAt), asc(matchNotRelevant.otherCityId));
  return rows.map(({ id }) => id);
}
