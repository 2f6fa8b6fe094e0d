import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { indexStale } from '#db/schema/indexing.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { SearchKind } from '#lib/platform/search/engine.ts';

/** `markedAt` as text: a Date would lose the microseconds, and then no row would count as read. */
export type StaleRow = { kind: SearchKind; recordId: string; markedAt: string };

const LOCK = 5_310_423;

/** A mark and the look for marks take turns: else a mark could fall between the last look and the end of a round. */
async function lockMarks(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}

/** Whether a round is due that will see every mark made until it runs. */
export async function hasStale(tx: Tx): Promise<boolean> {
  await lockMarks(tx);
  return (await tx.select({ kind: indexStale.kind }).from(indexStale).limit(1)).length > 0;
}

export async function markStale(tx: Tx, kind: SearchKind, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const markedAt = sql`clock_timestamp()`;
  await tx
    .insert(indexStale)
    .values(recordIds.map((recordId) => ({ kind, recordId, markedAt })))
    .onConflictDoUpdate({ target: [indexStale.kind, indexStale.recordId], set: { markedAt } });
}

export async function selectStale(tx: Tx, limit: number): Promise<StaleRow[]> {
  await lockMarks(tx);
  const { kind, recordId, markedAt } = indexStale;
  return tx
    .select({ kind, recordId, markedAt: sql<string>`${markedAt}::text` })
    .from(indexStale)
    .orderBy(asc(markedAt))
    .limit(limit);
}

/** Only as they were read: what was marked again meanwhile stays. */
export async function clearStale(tx: Tx, rows: readonly StaleRow[]): Promise<void> {
  for (const row of rows) {
    await tx
      .delete(indexStale)
      .where(
        and(
          eq(indexStale.kind, row.kind),
          eq(indexStale.recordId, row.recordId),
          lte(indexStale.markedAt, sql`${row.markedAt}::timestamptz`),
        ),
      );
  }
}
