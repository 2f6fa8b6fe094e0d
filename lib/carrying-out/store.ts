import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { exchangeClearance, exchangePaper } from '#db/schema/carrying-out.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { PaperKind } from './contract.ts';

export type PaperRow = typeof exchangePaper.$inferSelect;
export type ClearanceRow = typeof exchangeClearance.$inferSelect;

/** The newest version of each paper of an exchange. */
export function selectPapers(tx: Tx, exchangeId: string): Promise<PaperRow[]> {
  return tx
    .selectDistinctOn([exchangePaper.kind])
    .from(exchangePaper)
    .where(eq(exchangePaper.exchangeId, exchangeId))
    .orderBy(exchangePaper.kind, desc(exchangePaper.version));
}

/** 0 where none was written. */
export async function selectPaperVersion(tx: Tx, exchangeId: string, kind: PaperKind): Promise<number> {
  const [row] = await tx
    .select({ version: sql<number>`coalesce(max(${exchangePaper.version}), 0)::int` })
    .from(exchangePaper)
    .where(and(eq(exchangePaper.exchangeId, exchangeId), eq(exchangePaper.kind, kind)));
  return row?.version ?? 0;
}

export async function insertPaper(tx: Tx, row: typeof exchangePaper.$inferInsert): Promise<void> {
  await tx.insert(exchangePaper).values(row);
}

/** In the order of their dates. */
export function selectClearances(tx: Tx, exchangeId: string): Promise<ClearanceRow[]> {
  return tx
    .select()
    .from(exchangeClearance)
    .where(eq(exchangeClearance.exchangeId, exchangeId))
    .orderBy(asc(exchangeClearance.dueOn), asc(exchangeClearance.id));
}

export async function countClearances(tx: Tx, exchangeId: string, cityId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(exchangeClearance)
    .where(and(eq(exchangeClearance.exchangeId, exchangeId), eq(exchangeClearance.cityId, cityId)));
  return row?.count ?? 0;
}

export async function insertClearance(tx: Tx, row: typeof exchangeClearance.$inferInsert): Promise<void> {
  await tx.insert(exchangeClearance).values(row);
}

const own = (exchangeId: string, cityId: string, id: string) =>
  and(
    eq(exchangeClearance.id, id),
    eq(exchangeClearance.exchangeId, exchangeId),
    eq(exchangeClearance.cityId, cityId),
  );

/** One's own city's; undefined for every other. */
export async function selectOwnClearance(
  tx: Tx,
  of: { exchangeId: string; cityId: string; id: string },
): Promise<ClearanceRow | undefined> {
  const [row] = await tx
    .select()
    .from(exchangeClearance)
    .where(own(of.exchangeId, of.cityId, of.id));
  return row;
}

/** @param isDone keeps the first moment at which it was done */
export async function updateClearance(
  tx: Tx,
  row: ClearanceRow,
  change: { what: string; dueOn: string; isDone: boolean },
): Promise<void> {
  const { what, dueOn, isDone } = change;
  const doneAt = isDone ? sql`coalesce(${exchangeClearance.doneAt}, saling_now())` : null;
  await tx
    .update(exchangeClearance)
    .set({ what, dueOn, doneAt })
    .where(own(row.exchangeId, row.cityId, row.id));
}

export async function deleteClearance(tx: Tx, row: ClearanceRow): Promise<void> {
  await tx.delete(exchangeClearance).where(own(row.exchangeId, row.cityId, row.id));
}
