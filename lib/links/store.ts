import { sql } from 'drizzle-orm';
import type { Tx } from '#lib/core/transaction.ts';

/** The database's clock, which tests and the trial copy may move. */
export async function selectNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select saling_now() as now`);
  return new Date(row?.now ?? Number.NaN);
}
