import { asc, eq } from 'drizzle-orm';
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
