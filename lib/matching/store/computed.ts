import { count, sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { holdBack, matchEvidence, matchStale, needPractice } from '#db/schema/matching.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type AnswerRow = typeof needPractice.$inferInsert;
export type EvidenceRow = typeof matchEvidence.$inferInsert;

const LOCK = 5_310_422;
const CHUNK = 500;

/** One computation, or one mark of what is outdated, at a time. Held until the transaction ends. */
export async function lockMatching(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}

/** Marks what has changed; false when something was marked before. */
export async function markStale(tx: Tx, scopes: readonly string[]): Promise<boolean> {
  const [earlier] = await tx.select({ scope: matchStale.scope }).from(matchStale).limit(1);
  await tx
    .insert(matchStale)
    .values(scopes.map((scope) => ({ scope })))
    .onConflictDoNothing();
  return earlier === undefined;
}

export async function takeStale(tx: Tx): Promise<string[]> {
  const rows = await tx.delete(matchStale).returning({ scope: matchStale.scope });
  return rows.map((row) => row.scope);
}

export async function countStale(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(matchStale);
  return row?.count ?? 0;
}

/** Both orders of every pair that is held back, as `pairKey` writes them. */
export async function selectHeldPairs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.select({ low: holdBack.cityLow, high: holdBack.cityHigh }).from(holdBack);
  return new Set(rows.flatMap((row) => [pairKey(row.low, row.high), pairKey(row.high, row.low)]));
}

export const pairKey = (one: string, other: string): string => `${one} ${other}`;

/** Stored scores by `pairKey(need, practice)`. */
export async function selectAnswerScores(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ needId: needPractice.needId, practiceId: needPractice.practiceId, score: needPractice.score })
    .from(needPractice);
  return new Map(rows.map((row) => [pairKey(row.needId, row.practiceId), row.score]));
}

/** What is stored of each visible pair, by key, in the words of `digestOfCovers`. */
export async function selectEvidenceDigests(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ key: string; digest: string }>(sql`
    select city_id || ' ' || other_city_id as key,
      concat_ws(',', learn, covered_needs, (
        select string_agg(concat_ws(' ', c ->> 'needId', c ->> 'practiceId', c ->> 'relevance', c ->> 'value'), ','
          order by place)
        from jsonb_array_elements(covers) with ordinality as cover(c, place))) as digest
    from match_evidence`);
  return new Map([...rows].map((row) => [row.key, row.digest]));
}

export async function putAnswers(tx: Tx, rows: readonly AnswerRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insert(needPractice)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoUpdate({
        target: [needPractice.needId, needPractice.practiceId],
        set: { score: sql`excluded.score`, reason: sql`excluded.reason` },
      });
  }
}

export async function putEvidence(tx: Tx, rows: readonly EvidenceRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insert(matchEvidence)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoUpdate({
        target: [matchEvidence.cityId, matchEvidence.otherCityId],
        set: {
          learn: sql`excluded.learn`,
          covers: sql`excluded.covers`,
          coveredNeeds: sql`excluded.covered_needs`,
        },
      });
  }
}

/** @param keys of `pairKey(need, practice)` */
export async function removeAnswers(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { ones, others } = splitKeys(keys);
  await tx.execute(sql`delete from need_practice where (need_id, practice_id) in
    (select * from unnest(${uuidArray(ones)}, ${uuidArray(others)}))`);
}

/** @param keys of `pairKey(city, other city)` */
export async function removeEvidence(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { ones, others } = splitKeys(keys);
  await tx.execute(sql`delete from match_evidence where (city_id, other_city_id) in
    (select * from unnest(${uuidArray(ones)}, ${uuidArray(others)}))`);
}

function splitKeys(keys: readonly string[]): { ones: string[]; others: string[] } {
  const pairs = keys.map((key) => key.split(' '));
  return { ones: pairs.map(([one = '']) => one), others: pairs.map(([, other = '']) => other) };
}

export async function selectYear(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ year: number }>(sql`select extract(year from saling_now())::int as year`);
  return row?.year ?? 0;
}
