import { and, count, eq, lt, sql } from 'drizzle-orm';
import { profileImport } from '#db/schema/transfer.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type ImportRow = typeof profileImport.$inferSelect;

/** Imports of one city take turns, until the transaction ends. */
export async function lockImports(tx: Tx, cityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310450, hashtext(${cityId}))`);
}

export async function selectImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.select().from(profileImport).where(eq(profileImport.id, id));
  return row;
}

export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.select().from(profileImport).where(eq(profileImport.id, id)).for('update');
  return row;
}

export async function insertImport(tx: Tx, row: typeof profileImport.$inferInsert): Promise<void> {
  await tx.insert(profileImport).values(row);
}

export async function updateImport(
  tx: Tx,
  id: string,
  row: Partial<typeof profileImport.$inferInsert>,
): Promise<void> {
  await tx.update(profileImport).set(row).where(eq(profileImport.id, id));
}

/** Files of the last day that nobody has taken over yet; older ones go. */
export async function countWaiting(tx: Tx, cityId: string): Promise<number> {
  await tx
    .delete(profileImport)
    .where(
      and(
        eq(profileImport.cityId, cityId),
        lt(profileImport.createdAt, sql`saling_now() - interval '1 day'`),
      ),
    );
  const [row] = await tx
    .select({ n: count() })
    .from(profileImport)
    .where(and(eq(profileImport.cityId, cityId), eq(profileImport.state, 'checked')));
  return row?.n ?? 0;
}
