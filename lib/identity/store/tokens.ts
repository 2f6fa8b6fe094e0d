import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { apiToken } from '#db/schema/identity.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { MyToken } from '#lib/identity/contract.ts';

type New = Omit<typeof apiToken.$inferInsert, 'expiresAt'>;

export async function insertApiToken(tx: Tx, row: New, days: number): Promise<void> {
  await tx
    .insert(apiToken)
    .values({ ...row, expiresAt: sql`saling_now() + make_interval(days => ${days}::int)` });
}

export function selectOwnTokens(tx: Tx, personId: string): Promise<MyToken[]> {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = apiToken;
  return tx
    .select({ id, name, scopes, createdAt, expiresAt, lastUsedAt })
    .from(apiToken)
    .where(and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt)))
    .orderBy(desc(createdAt));
}

/** True when there was one. Row policies leave a person only her own. */
export async function revokeApiToken(tx: Tx, tokenId: string): Promise<boolean> {
  const rows = await tx
    .update(apiToken)
    .set({ revokedAt: sql`saling_now()` })
    .where(and(eq(apiToken.id, tokenId), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  return rows.length > 0;
}
