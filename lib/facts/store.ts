import { and, desc, eq, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { cityFact, cityFactDraft, cityFactVersion } from '#db/schema/facts.ts';
import type { FactKey } from '#lib/cities/contract.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type FactRow = typeof cityFact.$inferSelect;
export type FactDraftRow = typeof cityFactDraft.$inferSelect;
export type FactVersionRow = typeof cityFactVersion.$inferSelect;
export type Which = { cityId: string; key: FactKey; isTrial: boolean };

/** Two who write of the same fact take turns: there may be no row yet to be locked. */
export async function lockFact(tx: Tx, { cityId, key, isTrial }: Which): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310432, hashtext(${`${cityId} ${key} ${isTrial}`}))`);
}

const isThis = (
  table: typeof cityFact | typeof cityFactDraft | typeof cityFactVersion,
  { cityId, key, isTrial }: Which,
) => and(eq(table.cityId, cityId), eq(table.key, key), eq(table.isTrial, isTrial));

export async function selectFact(tx: Tx, which: Which): Promise<FactRow | undefined> {
  const [row] = await tx.select().from(cityFact).where(isThis(cityFact, which));
  return row;
}

export async function selectFactDraft(tx: Tx, which: Which): Promise<FactDraftRow | undefined> {
  const [row] = await tx.select().from(cityFactDraft).where(isThis(cityFactDraft, which));
  return row;
}

export async function putFact(
  tx: Tx,
  row: Omit<FactRow, 'updatedAt' | 'confirmedAt'> & { isConfirmed: boolean },
): Promise<void> {
  const { isConfirmed, ...said } = row;
  const stamped = {
    ...said,
    updatedAt: sql`saling_now()`,
    confirmedAt: isConfirmed ? sql`saling_now()` : null,
  };
  await tx
    .insert(cityFact)
    .values(stamped)
    .onConflictDoUpdate({ target: [cityFact.cityId, cityFact.key, cityFact.isTrial], set: stamped });
}

export async function putFactDraft(tx: Tx, row: Omit<FactDraftRow, 'updatedAt'>): Promise<FactDraftRow> {
  const stamped = { ...row, updatedAt: sql`saling_now()` };
  const [saved] = await tx
    .insert(cityFactDraft)
    .values(stamped)
    .onConflictDoUpdate({
      target: [cityFactDraft.cityId, cityFactDraft.key, cityFactDraft.isTrial],
      set: stamped,
    })
    .returning();
  if (saved === undefined) throw new Error('the working copy was not saved');
  return saved;
}

export async function deleteFactDraft(tx: Tx, which: Which): Promise<void> {
  await tx.delete(cityFactDraft).where(isThis(cityFactDraft, which));
}

export async function insertFactVersion(tx: Tx, row: typeof cityFactVersion.$inferInsert): Promise<void> {
  await tx.insert(cityFactVersion).values(row);
}

/** All that the city said of its facts, the latest first. */
export function selectFactVersions(
  tx: Tx,
  { cityId, isTrial, key }: Omit<Which, 'key'> & { key?: FactKey },
): Promise<FactVersionRow[]> {
  return tx
    .select()
    .from(cityFactVersion)
    .where(
      and(
        eq(cityFactVersion.cityId, cityId),
        eq(cityFactVersion.isTrial, isTrial),
        key === undefined ? undefined : eq(cityFactVersion.key, key),
      ),
    )
    .orderBy(desc(cityFactVersion.version));
}

export function selectFacts(tx: Tx, cityId: string, isTrial: boolean): Promise<FactRow[]> {
  return tx
    .select()
    .from(cityFact)
    .where(and(eq(cityFact.cityId, cityId), eq(cityFact.isTrial, isTrial)));
}

export function selectFactDrafts(tx: Tx, cityId: string, isTrial: boolean): Promise<FactDraftRow[]> {
  return tx
    .select()
    .from(cityFactDraft)
    .where(and(eq(cityFactDraft.cityId, cityId), eq(cityFactDraft.isTrial, isTrial)));
}

export async function selectCityVersion(tx: Tx, cityId: string): Promise<number> {
  const [row] = await tx.select({ version: city.version }).from(city).where(eq(city.id, cityId));
  return row?.version ?? 0;
}
