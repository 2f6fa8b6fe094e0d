import { and, asc, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { evidenceReview, practice } from '#db/schema/practices.ts';
import type { Forum } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import type { PracticeRow } from './records.ts';

export type ReviewRow = typeof evidenceReview.$inferSelect;

/** Whether the actor is an officer of the secretariat that serves this city. */
export async function servesCity(tx: Tx, cityId: string): Promise<boolean> {
  const [row] = await tx.execute<{ serves: boolean }>(sql`select saling_serves(${cityId}::uuid) as serves`);
  return row?.serves ?? false;
}

export async function insertReview(tx: Tx, row: typeof evidenceReview.$inferInsert): Promise<void> {
  await tx.insert(evidenceReview).values(row);
}

/** The latest word of a secretariat on a practice, and whether it can still be undone. */
export async function selectLastReview(
  tx: Tx,
  practiceId: string,
  forum: Forum,
): Promise<(ReviewRow & { isFresh: boolean }) | undefined> {
  const [row] = await tx
    .select({
      review: evidenceReview,
      isFresh: sql<boolean>`${evidenceReview.at} > saling_now() - make_interval(mins => ${UNDO_MINUTES})`,
    })
    .from(evidenceReview)
    .where(and(eq(evidenceReview.practiceId, practiceId), eq(evidenceReview.forum, forum)))
    .orderBy(desc(evidenceReview.at))
    .limit(1);
  return row === undefined ? undefined : { ...row.review, isFresh: row.isFresh };
}

export async function deleteReview(tx: Tx, id: string): Promise<void> {
  await tx.delete(evidenceReview).where(eq(evidenceReview.id, id));
}

/** What was said of the evidence of a practice, the latest first. Row policies: its city and its secretariat. */
export function selectReviews(tx: Tx, practiceId: string): Promise<ReviewRow[]> {
  return tx
    .select()
    .from(evidenceReview)
    .where(eq(evidenceReview.practiceId, practiceId))
    .orderBy(desc(evidenceReview.at));
}

/** Published practices of cities that the officer serves, whose kind of evidence nobody has looked at yet. */
export function selectToReview(tx: Tx): Promise<PracticeRow[]> {
  return tx
    .select()
    .from(practice)
    .where(
      and(
        eq(practice.state, 'published'),
        isNotNull(practice.proposedEvidence),
        ne(practice.proposedEvidence, practice.evidence),
        sql`${practice.isTrial} = saling_is_trial()`,
        sql`saling_serves(${practice.cityId})`,
        sql`not exists (select 1 from evidence_review r where r.practice_id = ${practice.id}
          and r.proposed = ${practice.proposedEvidence} and r.at >= greatest(${practice.confirmedAt}, ${practice.proposedByTransferAt}))`,
      ),
    )
    .orderBy(asc(practice.confirmedAt), asc(practice.key));
}
