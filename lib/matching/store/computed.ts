import { count, eq, sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { holdBack, type matchEvidence, matchStale, type needPractice } from '#db/schema/matching.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type AnswerRow = typeof needPractice.$inferInsert;
export type EvidenceRow = typeof matchEvidence.$inferInsert;

const LOCK = 5_310_422;
const CHUNK = 1000;

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
  const rows = await tx
    .select({ low: holdBack.cityLow, high: holdBack.cityHigh })
    .from(holdBack)
    .where(eq(holdBack.isTrial, false));
  return new Set(rows.flatMap((row) => [pairKey(row.low, row.high), pairKey(row.high, row.low)]));
}

export const pairKey = (one: string, other: string): string => `${one} ${other}`;

/** Stored scores by `pairKey(need, practice)`. */
export async function selectAnswerScores(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.execute<{ one: string; others: Record<string, number> }>(sql`
    select need_id as one, json_object_agg(practice_id, score) as others from need_practice group by need_id`);
  return byPair(rows);
}

/** Stored digests of the visible pairs by `pairKey(city, other city)`, with the records of trial desks or without. */
export async function selectEvidenceDigests(tx: Tx, isTrial: boolean): Promise<Map<string, string>> {
  const rows = await tx.execute<{ one: string; others: Record<string, string> }>(sql`
    select city_id as one, json_object_agg(other_city_id, digest) as others from match_evidence where is_trial = ${isTrial} group by city_id`);
  return byPair(rows);
}

function byPair<Value>(rows: Iterable<{ one: string; others: Record<string, Value> }>): Map<string, Value> {
  const pairs = new Map<string, Value>();
  for (const { one, others } of rows) {
    for (const other of Object.keys(others)) {
      const value = others[other];
      if (value !== undefined) pairs.set(pairKey(one, other), value);
    }
  }
  return pairs;
}

// One JSON parameter for each chunk: a parameter for each value costs several times as much.
export async function putAnswers(tx: Tx, rows: readonly AnswerRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.execute(sql`
      insert into need_practice (need_id, practice_id, score, reason)
      select "needId", "practiceId", score, reason
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + CHUNK))}::jsonb)
        as added ("needId" uuid, "practiceId" uuid, score real, reason jsonb)
      on conflict (need_id, practice_id) do update set score = excluded.score, reason = excluded.reason`);
  }
}

export async function putEvidence(tx: Tx, rows: readonly EvidenceRow[], isTrial: boolean): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.execute(sql`
      insert into match_evidence (city_id, other_city_id, learn, covers, covered_needs, digest, is_trial)
      select "cityId", "otherCityId", learn, covers, "coveredNeeds", digest, ${isTrial}
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + CHUNK))}::jsonb)
        as added ("cityId" uuid, "otherCityId" uuid, learn real, covers jsonb, "coveredNeeds" int, digest text)
      on conflict (city_id, other_city_id, is_trial) do update set learn = excluded.learn, covers = excluded.covers,
        covered_needs = excluded.covered_needs, digest = excluded.digest`);
  }
}

/** What places cost from now on; who is not among these costs nothing. */
export async function putPrices(
  tx: Tx,
  prices: readonly { cityId: string; mode: string; price: number }[],
  isTrial: boolean,
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as given ("cityId" uuid, mode text, price real)`;
  await tx.execute(sql`
    delete from match_price p where p.is_trial = ${isTrial}
      and not exists (select 1 from ${rows} where given."cityId" = p.city_id and given.mode = p.mode)`);
  await tx.execute(sql`
    insert into match_price (city_id, mode, is_trial, price)
    select "cityId", mode, ${isTrial}, price from ${rows}
    on conflict (city_id, mode, is_trial) do update set price = excluded.price where match_price.price <> excluded.price`);
}

/** @param keys of `pairKey(need, practice)` */
export async function removeAnswers(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { ones, others } = splitKeys(keys);
  await tx.execute(sql`delete from need_practice where (need_id, practice_id) in
    (select * from unnest(${uuidArray(ones)}, ${uuidArray(others)}))`);
}

/** @param keys of `pairKey(city, other city)` */
export async function removeEvidence(tx: Tx, keys: readonly string[], isTrial: boolean): Promise<void> {
  if (keys.length === 0) return;
  const { ones, others } = splitKeys(keys);
  await tx.execute(sql`delete from match_evidence where is_trial = ${isTrial} and (city_id, other_city_id) in
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
