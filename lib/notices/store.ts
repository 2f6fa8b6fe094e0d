import { and, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { notice } from '#db/schema/notices.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type NoticeRow = typeof notice.$inferSelect;

/** Without RETURNING: who causes a mail may not read it. The same key again changes nothing. */
export async function insertNotice(tx: Tx, row: typeof notice.$inferInsert): Promise<void> {
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

/** The last word on a notice; what it would open is wiped. */
export async function closeNotice(
  tx: Tx,
  id: string,
  result: { state: 'sent' | 'failed'; problem: string | null },
): Promise<void> {
  await tx
    .update(notice)
    .set({
      ...result,
      sealed: null,
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
export function selectLog(tx: Tx, before: string | undefined, limit: number): Promise<NoticeRow[]> {
  return tx
    .select()
    .from(notice)
    .where(and(ne(notice.template, 'sign-in'), before === undefined ? undefined : lt(notice.id, before)))
    .orderBy(desc(notice.id))
    .limit(limit);
}
