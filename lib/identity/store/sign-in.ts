import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { person, session, signInRequest } from '#db/schema/identity.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { SIGN_IN_MINUTES } from '#lib/identity/contract.ts';

export type SignInRow = typeof signInRequest.$inferSelect;

const isOpen = and(isNull(signInRequest.usedAt), gt(signInRequest.expiresAt, sql`saling_now()`));

/** @param minutes for which link and code count */
export async function insertSignInRequest(
  tx: Tx,
  row: Omit<typeof signInRequest.$inferInsert, 'expiresAt'>,
  minutes = SIGN_IN_MINUTES,
): Promise<void> {
  const expiresAt = sql`saling_now() + make_interval(mins => ${minutes})`;
  await tx.insert(signInRequest).values({ ...row, expiresAt });
}

/** Locked, when it still counts. */
export async function lockSignInRequest(tx: Tx, id: string): Promise<SignInRow | undefined> {
  const [row] = await tx
    .select()
    .from(signInRequest)
    .where(and(eq(signInRequest.id, id), isOpen))
    .for('update');
  return row;
}

/** The open request for an address that was issued last, locked: its code is the one that counts. */
export async function lockNewestRequest(tx: Tx, email: string): Promise<SignInRow | undefined> {
  const [row] = await tx
    .select()
    .from(signInRequest)
    .where(and(eq(signInRequest.email, email), isOpen))
    .orderBy(sql`${signInRequest.issuedAt} desc nulls last`, desc(signInRequest.id))
    .limit(1)
    .for('update');
  return row;
}

export async function changeSignInRequest(
  tx: Tx,
  id: string,
  changes: Partial<Pick<SignInRow, 'tokenHash' | 'codeHash' | 'codeTries'>>,
): Promise<void> {
  await tx.update(signInRequest).set(changes).where(eq(signInRequest.id, id));
}

/**
 * To be called under the lock of `countIssued`.
 * @param digests of what is mailed; without them nothing opens the request
 */
export async function noteIssued(
  tx: Tx,
  id: string,
  digests: { tokenHash: string; codeHash: string } | null,
): Promise<void> {
  await tx
    .update(signInRequest)
    // The moment, not the start of the transaction: mails to one address leave in the order of the lock.
    .set({ ...digests, issuedAt: sql`saling_now() + (clock_timestamp() - now())` })
    .where(eq(signInRequest.id, id));
}

/** Requests issued for this address: those whose links still live, and all of a day. One counts at a time. */
export async function countIssued(tx: Tx, email: string): Promise<{ living: number; today: number }> {
  const [, [row]] = await Promise.all([
    tx.execute(sql`select pg_advisory_xact_lock(hashtext(${email}))`),
    tx
      .select({
        living: sql<number>`(count(*) filter (where ${isOpen}))::int`,
        today: sql<number>`count(*)::int`,
      })
      .from(signInRequest)
      .where(
        and(eq(signInRequest.email, email), gt(signInRequest.issuedAt, sql`saling_now() - interval '1 day'`)),
      ),
  ]);
  return row ?? { living: 0, today: 0 };
}

/** Wrong codes given for this address within a day. */
export async function countWrongCodes(tx: Tx, email: string): Promise<number> {
  const [row] = await tx
    .select({ tries: sql<number>`coalesce(sum(${signInRequest.codeTries}), 0)::int` })
    .from(signInRequest)
    .where(
      and(eq(signInRequest.email, email), gt(signInRequest.createdAt, sql`saling_now() - interval '1 day'`)),
    );
  return row?.tries ?? 0;
}

/** Uses up the request behind a link, and with it every other one for its address. Undefined when it does not count. */
export async function useSignInRequest(tx: Tx, tokenHash: string): Promise<{ id: string } | undefined> {
  const address = tx
    .select({ email: signInRequest.email })
    .from(signInRequest)
    .where(and(eq(signInRequest.tokenHash, tokenHash), isOpen));
  const used = await tx
    .update(signInRequest)
    .set({ usedAt: sql`saling_now()` })
    .where(and(eq(signInRequest.email, address), isOpen))
    .returning({ id: signInRequest.id, tokenHash: signInRequest.tokenHash });
  return used.find((row) => row.tokenHash === tokenHash);
}

export async function selectSignInRequest(
  tx: Tx,
  tokenHash: string,
): Promise<(SignInRow & { isExpired: boolean }) | undefined> {
  const [row] = await tx
    .select({
      id: signInRequest.id,
      email: signInRequest.email,
      tokenHash: signInRequest.tokenHash,
      codeHash: signInRequest.codeHash,
      codeTries: signInRequest.codeTries,
      returnTo: signInRequest.returnTo,
      issuedAt: signInRequest.issuedAt,
      createdAt: signInRequest.createdAt,
      expiresAt: signInRequest.expiresAt,
      usedAt: signInRequest.usedAt,
      isExpired: sql<boolean>`${signInRequest.expiresAt} <= saling_now()`,
    })
    .from(signInRequest)
    .where(eq(signInRequest.tokenHash, tokenHash));
  return row;
}

/** Addresses of strangers are not kept: a request is gone a day after it was made. */
export async function deleteOldRequests(tx: Tx): Promise<void> {
  await tx.delete(signInRequest).where(lt(signInRequest.createdAt, sql`saling_now() - interval '1 day'`));
}

/** Who may sign in under this address: known, and not erased. */
export async function selectKnownPerson(
  tx: Tx,
  email: string,
): Promise<{ id: string; email: string; language: string; isTrial: boolean } | undefined> {
  const [row] = await tx
    .select({ id: person.id, email: person.email, language: person.language, isTrial: person.isTrial })
    .from(person)
    .where(and(eq(person.email, email), isNull(person.erasedAt)));
  return row === undefined || row.email === null ? undefined : { ...row, email: row.email };
}

/** Whether anybody has ever come in under this address. */
export async function hasSession(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.$count(session, eq(session.personId, personId))) > 0;
}
