import { and, desc, eq, inArray, like, lt, ne, type SQL, sql } from 'drizzle-orm';
import { notice } from '#db/schema/notices.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type NoticeRow = typeof notice.$inferSelect;
type NewRow = Omit<typeof notice.$inferInsert, 'dueAt'> & { dueAt?: SQL };

export const minutesFromNow = (minutes: number): SQL => sql`saling_now() + make_interval(mins => ${minutes})`;

/** Without RETURNING: who causes a mail may not read it. The same key again changes nothing. */
export async function insertNotice(tx: Tx, row: NewRow): Promise<void> {
  await tx.insert(notice).values(row).onConflictDoNothing();
}

/** One that waits to be sent; whether it has lost its use, the database's clock says. */
export async function selectQueued(
  tx: Tx,
  id: string,
): Promise<{ row: NoticeRow; isExpired: boolean } | undefined> {
  const [found] = await tx
    .select({ row: notice, isExpired: sql<boolean>`coalesce(${notice.expiresAt} <= saling_now(), false)` })
    .from(notice)
    .where(and(eq(notice.id, id), eq(notice.state, 'queued')));
  return found;
}

/** Takes back what is held and was not sent: what it tells was undone. Keys hold ids, so nothing of a pattern. */
export async function deleteHeld(tx: Tx, keyStart: string): Promise<void> {
  await tx
    .delete(notice)
    .where(
      and(
        like(notice.key, `${keyStart}%`),
        inArray(notice.state, ['queued', 'kept']),
        sql`${notice.dueAt} > saling_now()`,
      ),
    );
}

/** The last word on a notice. What it would open is wiped, but for a failed one that can be sent again. */
export async function closeNotice(
  tx: Tx,
  id: string,
  { isOver, ...result }: { state: 'sent' | 'failed'; problem: string | null; isOver: boolean },
): Promise<void> {
  await tx
    .update(notice)
    .set({
      ...result,
      ...(isOver ? { sealed: null } : {}),
      tries: sql`${notice.tries} + 1`,
      ...(result.state === 'sent' ? { sentAt: sql`saling_now()` } : {}),
    })
    .where(and(eq(notice.id, id), eq(notice.state, 'queued')));
}

/** Moves a notice to its next try; a trigger queues the job. */
export async function postponeNotice(tx: Tx, id: string, seconds: number, problem: string): Promise<void> {
  await tx
    .update(notice)
    .set({
      problem,
      tries: sql`${notice.tries} + 1`,
      dueAt: sql`saling_now() + make_interval(secs => ${seconds})`,
    })
    .where(and(eq(notice.id, id), eq(notice.state, 'queued')));
}

/** A failed one that the actor may have sent again, locked. `isJustTried`: within ten minutes. */
export async function lockFailed(
  tx: Tx,
  id: string,
): Promise<{ row: NoticeRow; isExpired: boolean; isJustTried: boolean } | undefined> {
  const [found] = await tx
    .select({
      row: notice,
      isExpired: sql<boolean>`coalesce(${notice.expiresAt} <= saling_now(), false)`,
      isJustTried: sql<boolean>`${notice.dueAt} > saling_now() - interval '10 minutes'`,
    })
    .from(notice)
    .where(eq(notice.id, id))
    .for('update');
  return found;
}

/** Queues it anew; a trigger adds the job. Its tries are counted on. */
export async function requeueNotice(tx: Tx, id: string): Promise<void> {
  await tx
    .update(notice)
    .set({ state: 'queued', problem: null, dueAt: sql`saling_now()` })
    .where(and(eq(notice.id, id), eq(notice.state, 'failed')));
}

/** The newest first. */
export function selectNewest(tx: Tx, limit: number): Promise<NoticeRow[]> {
  return tx.select().from(notice).orderBy(desc(notice.id)).limit(limit);
}

/** Which of these keys have been said. */
export async function selectKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: notice.key })
    .from(notice)
    .where(inArray(notice.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/** Mails that the reader may see, sign-in apart, the newest first. */
export function selectLog(
  tx: Tx,
  given: { before?: string | undefined; state?: NoticeRow['state'] | undefined; limit: number },
): Promise<NoticeRow[]> {
  const { before, state, limit } = given;
  return tx
    .select()
    .from(notice)
    .where(
      and(
        ne(notice.template, 'sign-in'),
        before === undefined ? undefined : lt(notice.id, before),
        state === undefined ? undefined : eq(notice.state, state),
      ),
    )
    .orderBy(desc(notice.id))
    .limit(limit);
}
