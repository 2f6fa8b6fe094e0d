import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { textArray, uuidArray } from '#db/arrays.ts';
import { practice } from '#db/schema/practices.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type PracticeRow = typeof practice.$inferSelect;
export type PracticeInsert = typeof practice.$inferInsert;

/**
 * Row policies let a city's own people see what it has withdrawn; what everybody reads never holds it. Of two with one
 * key a person meets one; jobs meet the real one, not what a desk of the trial copy has laid over it.
 */
const isPublished = eq(practice.state, 'published');

export async function selectPractice(tx: Tx, key: string): Promise<PracticeRow | undefined> {
  const [row] = await tx
    .select()
    .from(practice)
    .where(and(eq(practice.key, key), isPublished))
    .orderBy(practice.isTrial)
    .limit(1);
  return row;
}

/** In whatever state, for the city's own people: others see only what is published. */
export async function selectOwnPractice(tx: Tx, key: string): Promise<PracticeRow | undefined> {
  const [row] = await tx
    .select()
    .from(practice)
    .where(eq(practice.key, key))
    .orderBy(practice.isTrial)
    .limit(1);
  return row;
}

export async function selectOwnPracticeById(tx: Tx, id: string): Promise<PracticeRow | undefined> {
  const [row] = await tx.select().from(practice).where(eq(practice.id, id));
  return row;
}

/** Practices of one city in whatever state, the latest change first. */
export function selectOwnPracticesOfCity(tx: Tx, cityId: string): Promise<PracticeRow[]> {
  return tx
    .select()
    .from(practice)
    .where(eq(practice.cityId, cityId))
    .orderBy(desc(practice.updatedAt), asc(practice.key));
}

/** In no particular order; ids that are hidden or gone are left out. */
export function selectPracticesById(tx: Tx, ids: readonly string[]): Promise<PracticeRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(practice)
    .where(and(sql`${practice.id} = any(${uuidArray(ids)})`, isPublished));
}

/** Every published practice that the actor may see, by key: for jobs that index and match. */
export function selectAllPractices(tx: Tx): Promise<PracticeRow[]> {
  return tx.select().from(practice).where(isPublished).orderBy(asc(practice.key));
}

/** Practices that share the most of these topics (rarer topics weigh more), newest first among equals. */
export async function selectPracticesByTopics(
  tx: Tx,
  topics: readonly string[],
  options: { exceptId: string; limit: number },
): Promise<PracticeRow[]> {
  const weight = sql<number>`(select coalesce(sum(1.0 / (1 + ln(1 + spread.held))), 0)
    from unnest(${practice.topics}) as own(code)
    join (select code, count(*) as held from practice p, unnest(p.topics) as code where p.state = 'published' group by code) as spread using (code)
    where own.code = any(${textArray(topics)}))`;
  return tx
    .select()
    .from(practice)
    .where(
      and(
        isPublished,
        sql`${practice.topics} && ${textArray(topics)}`,
        sql`${practice.id} <> ${options.exceptId}`,
      ),
    )
    .orderBy(sql`${weight} desc`, sql`${practice.startYear} desc nulls last`, asc(practice.key))
    .limit(options.limit);
}

/** Real ones over which a desk of the trial copy has laid one of its own, shown or withdrawn. For jobs. */
export async function selectCoveredPractices(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select r.id from practice r join practice o on o.key = r.key and o.is_trial where not r.is_trial`,
  );
  return rows.map((row) => row.id);
}

export async function lockPractice(tx: Tx, key: string): Promise<PracticeRow | null> {
  const [row] = await tx
    .select()
    .from(practice)
    .where(eq(practice.key, key))
    .orderBy(practice.isTrial)
    .limit(1)
    .for('update');
  return row ?? null;
}

export async function insertPractice(tx: Tx, row: PracticeInsert): Promise<void> {
  await tx.insert(practice).values(row);
}

export async function deletePractice(tx: Tx, id: string): Promise<void> {
  await tx.delete(practice).where(eq(practice.id, id));
}

/** False when somebody else changed the record since `version` was read. */
export async function updatePractice(
  tx: Tx,
  id: string,
  version: number,
  row: Partial<PracticeInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(practice)
    .set({ ...row, version: version + 1, updatedAt: sql`saling_now()` })
    .where(and(eq(practice.id, id), eq(practice.version, version)))
    .returning({ id: practice.id });
  return changed.length === 1;
}

/** A proposal is no change of the record: its version stays, so that who writes it meets nothing new. */
export async function proposeEvidenceOf(
  tx: Tx,
  id: string,
  proposedEvidence: PracticeRow['evidence'],
): Promise<void> {
  await tx
    .update(practice)
    .set({ proposedEvidence, proposedByTransferAt: sql`saling_now()` })
    .where(eq(practice.id, id));
}

export async function selectPracticeIdsOfTopic(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx
    .select({ id: practice.id })
    .from(practice)
    .where(sql`${practice.topics} @> ${textArray([code])}`);
  return rows.map((row) => row.id);
}
