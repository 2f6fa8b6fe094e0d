import { and, desc, eq, gt, isNull, lte, ne, not, or, sql } from 'drizzle-orm';
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

type Ended = { id: string; personId: string };
const ended = { id: session.id, personId: session.personId };

/** The session that was there to end. Row policies leave a person only her own. */
export async function deleteSession(tx: Tx, sessionId: string): Promise<Ended | undefined> {
  const [row] = await tx.delete(session).where(eq(session.id, sessionId)).returning(ended);
  return row;
}

/** All of a person's but one. */
export async function deleteSessionsOf(tx: Tx, personId: string, except?: string): Promise<Ended[]> {
  const isOther = except === undefined ? undefined : ne(session.id, except);
  return tx
    .delete(session)
    .where(and(eq(session.personId, personId), isOther))
    .returning(ended);
}

/** Those that nobody used for too long, or that have reached their age. */
export async function deleteSleepingSessions(tx: Tx): Promise<Ended[]> {
  return tx
    .delete(session)
    .where(or(lte(session.expiresAt, sql`saling_now()`), not(isAwake)))
    .returning(ended);
}

/** A person's living sessions, the last used first. */
export async function selectSessionsOf(
  tx: Tx,
  personId: string,
): Promise<{ id: string; device: string; createdAt: Date; lastSeenAt: Date }[]> {
  return tx
    .select({
      id: session.id,
      device: session.device,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(and(eq(session.personId, personId), gt(session.expiresAt, sql`saling_now()`), isAwake))
    .orderBy(desc(session.lastSeenAt), desc(session.id));
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
