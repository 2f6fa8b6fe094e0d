import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { apiToken, person, session } from '#db/schema/identity.ts';
import type { TokenScope } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { SESSION_IDLE_HOURS } from '#lib/identity/contract.ts';

export type KnownPerson = {
  personId: string;
  email: string;
  name: string;
  language: string;
  isTrial: boolean;
};

const known = {
  personId: person.id,
  email: sql<string>`coalesce(${person.email}, '')`,
  name: person.name,
  language: person.language,
  isTrial: person.isTrial,
};
const isAwake = sql`${session.lastSeenAt} > saling_now() - make_interval(hours => ${SESSION_IDLE_HOURS})`;

/** The living session behind a token's digest, and whose it is. */
export async function selectSession(
  tx: Tx,
  hash: string,
): Promise<(KnownPerson & { sessionId: string; isDueToTouch: boolean }) | undefined> {
  const [row] = await tx
    .select({
      ...known,
      sessionId: session.id,
      isDueToTouch: sql<boolean>`${session.lastSeenAt} < saling_now() - interval '1 minute'`,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(
      and(
        eq(session.tokenHash, hash),
        gt(session.expiresAt, sql`saling_now()`),
        isAwake,
        isNull(person.erasedAt),
      ),
    );
  return row;
}

export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.update(session).set({ lastSeenAt: sql`saling_now()` }).where(eq(session.id, sessionId));
}

export async function insertSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row);
}

/** True when there was one to end. Row policies leave a person only her own. */
export async function deleteSession(tx: Tx, sessionId: string): Promise<boolean> {
  return (await tx.delete(session).where(eq(session.id, sessionId)).returning({ id: session.id })).length > 0;
}

export async function selectApiToken(
  tx: Tx,
  hash: string,
): Promise<(KnownPerson & { tokenId: string; scopes: TokenScope[]; isDueToTouch: boolean }) | undefined> {
  const [row] = await tx
    .select({
      ...known,
      tokenId: apiToken.id,
      scopes: apiToken.scopes,
      isDueToTouch: sql<boolean>`coalesce(${apiToken.lastUsedAt}, '-infinity') < saling_now() - interval '1 minute'`,
    })
    .from(apiToken)
    .innerJoin(person, eq(person.id, apiToken.personId))
    .where(
      and(
        eq(apiToken.tokenHash, hash),
        gt(apiToken.expiresAt, sql`saling_now()`),
        isNull(apiToken.revokedAt),
        isNull(person.erasedAt),
      ),
    );
  return row;
}

export async function touchApiToken(tx: Tx, tokenId: string): Promise<void> {
  await tx.update(apiToken).set({ lastUsedAt: sql`saling_now()` }).where(eq(apiToken.id, tokenId));
}
