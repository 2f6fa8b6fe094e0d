import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { cityTie } from '#db/schema/ties.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type TieRow = typeof cityTie.$inferSelect;
export type NewTie = typeof cityTie.$inferInsert;
export type DatedTie = TieRow & { thisYear: number };

const columns = {
  id: cityTie.id,
  key: cityTie.key,
  cityId: cityTie.cityId,
  otherCityId: cityTie.otherCityId,
  kind: cityTie.kind,
  subject: cityTie.subject,
  language: cityTie.language,
  year: cityTie.year,
  said: cityTie.said,
  sourceUrl: cityTie.sourceUrl,
  origin: cityTie.origin,
  isTrial: cityTie.isTrial,
  createdAt: cityTie.createdAt,
  thisYear: sql<number>`extract(year from saling_now())::int`,
};
/** The latest first; those without a year at the end. */
const order = [sql`${cityTie.year} desc nulls last`, asc(cityTie.id)];

/** Every visible tie of the city; those that it took away, too. */
export function selectTies(tx: Tx, cityId: string): Promise<DatedTie[]> {
  return tx
    .select(columns)
    .from(cityTie)
    .where(or(eq(cityTie.cityId, cityId), eq(cityTie.otherCityId, cityId)))
    .orderBy(...order);
}

/** Visible ties of the city with any of the others. */
export async function selectTiesWith(tx: Tx, cityId: string, others: readonly string[]): Promise<DatedTie[]> {
  if (others.length === 0) return [];
  const ids = uuidArray(others);
  return tx
    .select(columns)
    .from(cityTie)
    .where(
      and(
        or(
          and(eq(cityTie.cityId, cityId), sql`${cityTie.otherCityId} = any(${ids})`),
          and(eq(cityTie.otherCityId, cityId), sql`${cityTie.cityId} = any(${ids})`),
        ),
        or(sql`${cityTie.said} is null`, ne(cityTie.said, 'removed')),
      ),
    )
    .orderBy(...order);
}

export async function lockTie(tx: Tx, id: string): Promise<TieRow | null> {
  const [row] = await tx.select().from(cityTie).where(eq(cityTie.id, id)).for('update');
  return row ?? null;
}

export async function lockTieByKey(tx: Tx, key: string): Promise<TieRow | null> {
  const [row] = await tx.select().from(cityTie).where(eq(cityTie.key, key)).for('update');
  return row ?? null;
}

export async function insertTie(tx: Tx, row: NewTie): Promise<void> {
  await tx.insert(cityTie).values(row);
}

/** An exchange is noted once, however often its event arrives. */
export async function insertPastExchange(tx: Tx, row: NewTie): Promise<void> {
  await tx.insert(cityTie).values(row).onConflictDoNothing();
}

export async function updateTie(tx: Tx, id: string, change: Partial<TieRow>): Promise<void> {
  await tx.update(cityTie).set(change).where(eq(cityTie.id, id));
}
