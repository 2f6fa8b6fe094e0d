import { and, asc, eq, sql } from 'drizzle-orm';
import { correction } from '#db/schema/corrections.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type CorrectionRow = typeof correction.$inferSelect;

/** Without RETURNING: who asks may not read what was asked. */
export async function insertCorrection(tx: Tx, row: typeof correction.$inferInsert): Promise<void> {
  await tx.insert(correction).values(row);
}

export function selectOpenCorrections(tx: Tx): Promise<CorrectionRow[]> {
  return tx.select().from(correction).where(eq(correction.state, 'open')).orderBy(asc(correction.createdAt));
}

export async function lockCorrection(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
  const [row] = await tx.select().from(correction).where(eq(correction.id, id)).for('update');
  return row;
}

export async function setCorrectionState(tx: Tx, id: string, state: CorrectionRow['state']): Promise<void> {
  await tx.update(correction).set({ state }).where(eq(correction.id, id));
}

/** Open ones about records of the city for whose office the actor acts. */
export function selectOwnCorrections(tx: Tx): Promise<CorrectionRow[]> {
  const isOwn = sql`saling_own_record(${correction.recordKind}, ${correction.recordKey})`;
  return tx
    .select()
    .from(correction)
    .where(and(eq(correction.state, 'open'), isOwn))
    .orderBy(asc(correction.createdAt));
}

export async function setCityAnswer(
  tx: Tx,
  id: string,
  cityAnswer: CorrectionRow['cityAnswer'],
): Promise<void> {
  const cityAnsweredAt = cityAnswer === null ? null : sql`saling_now()`;
  await tx.update(correction).set({ cityAnswer, cityAnsweredAt }).where(eq(correction.id, id));
}
