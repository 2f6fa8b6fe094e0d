import { sql } from 'drizzle-orm';
import { apiToken } from '#db/schema/identity.ts';
import type { Tx } from '#lib/core/transaction.ts';

type New = Omit<typeof apiToken.$inferInsert, 'expiresAt'>;

export async function insertApiToken(tx: Tx, row: New, days: number): Promise<void> {
  await tx
    .insert(apiToken)
    .values({ ...row, expiresAt: sql`saling_now() + make_interval(days => ${days}::int)` });
}
