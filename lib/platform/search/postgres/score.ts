import type { Sql } from 'postgres';
import {
  MAX_HITS,
  SEARCH_KINDS,
  type SearchAnswer,
  type SearchKind,
  type SearchQuery,
} from '#lib/platform/search/engine.ts';
import { FULL_IMPACT, TOPIC_IMPACT } from '#lib/platform/search/impact.ts';
import type { Slot } from './lookup.ts';

/** Rarity in whole numbers: sums of whole numbers do not depend on the order in which rows come. */
const PRECISION = 1000;

/** A compound of two neighbours says half again what its parts already say. */
const PAIR_SHARE = 0.5;

type Asked = { query: number; slot: number; termId: number; weight: number; rarity: number };
type Row = { query: number; kind: SearchKind; record_id: string; score: number };

/** BM25's rarity of a term that stands in `frequency` of `total` documents, times PRECISION. */
function rarityOf(frequency: number, total: number): number {
  const held = Math.min(frequency, total);
  return Math.max(1, Math.round(PRECISION * Math.log(1 + (total - held + 0.5) / (held + 0.5))));
}

function askedOf(slots: readonly Slot[], query: number, total: number): Asked[] {
  return slots.flatMap(({ word, alternatives }, slot) => {
    // A word and its completions are one thing asked for: a rare completion must not outweigh the word.
    const frequency = Math.max(0, ...alternatives.map((alternative) => alternative.frequency));
    const rarity = Math.round(rarityOf(frequency, total) * (word.isPair ? PAIR_SHARE : 1));
    return alternatives.map(({ termId, weight }) => ({
      query,
      slot,
      termId,
      weight: Math.round(rarity * weight),
      rarity,
    }));
  });
}

/** The most points that a document could have: every slot at full impact. */
function mostPoints(asked: readonly Asked[]): number {
  const bySlot = new Map(asked.map(({ slot, rarity }) => [slot, rarity]));
  return [...bySlot.values()].reduce((sum, rarity) => sum + rarity, 0);
}

/** Ranks documents for all questions in one statement. */
export async function rank(
  sql: Sql,
  queries: readonly SearchQuery[],
  slots: readonly (readonly Slot[])[],
  total: number,
): Promise<SearchAnswer[]> {
  const asked = slots.map((own, query) => askedOf(own, query, total));
  const all = asked.flat();
  const rows = all.length === 0 ? [] : await selectHits(sql, queries, asked);
  return queries.map((_, query) => ({
    hits: rows
      .filter((row) => row.query === query)
      .map((row) => ({ kind: row.kind, recordId: row.record_id, score: row.score })),
    terms: [
      ...new Set(
        (slots[query] ?? []).flatMap(({ word, alternatives }) =>
          word.isPair ? [] : alternatives.map((alternative) => alternative.term),
        ),
      ),
    ],
  }));
}

async function selectHits(
  sql: Sql,
  queries: readonly SearchQuery[],
  asked: readonly (readonly Asked[])[],
): Promise<Row[]> {
  const all = asked.flat();
  const limits = queries.map((query) => Math.min(Math.max(query.limit, 0), MAX_HITS));
  const kinds = queries.map((query) => (query.kinds ?? SEARCH_KINDS).join(' '));
  return sql<Row[]>`
    with asked as materialized (
      select * from unnest(
        ${all.map((row) => row.query)}::int[],
        ${all.map((row) => row.slot)}::int[],
        ${all.map((row) => row.termId)}::int[],
        ${all.map((row) => row.weight)}::int[],
        ${all.map((row) => row.rarity)}::int[]) as asked(query, slot, term_id, weight, rarity)
    ), found as (
      select a.query, a.slot, a.rarity, p.document_id, a.weight * p.impact as points
      from asked a join search_posting p on p.term_id = a.term_id
      union all
      select a.query, a.slot, a.rarity, m.document_id, a.weight * ${TOPIC_IMPACT}::int
      from asked a
      join search_group_term t on t.term_id = a.term_id
      join search_group_document m on m.group_id = t.group_id
    ), best as (
      select query, document_id, slot, max(points) as points, max(rarity) as rarity
      from found group by query, document_id, slot
    ), scored as materialized (
      select query, document_id, sum(points)::float8 as points, sum(rarity)::float8 as covered
      from best group by query, document_id
    ), question as (
      select * from unnest(
        ${queries.map((_, query) => query)}::int[],
        ${asked.map(mostPoints)}::float8[],
        ${kinds}::text[],
        ${limits}::int[]) as question(query, most, kinds, most_hits)
    )
    select question.query, hit.kind, hit.record_id, hit.score
    from question cross join lateral (
      select d.kind, d.record_id,
        s.points / (question.most * ${FULL_IMPACT}::int) * sqrt(s.covered / question.most) as score
      from scored s join search_document d on d.id = s.document_id
      where s.query = question.query and d.kind = any(string_to_array(question.kinds, ' '))
      order by score desc, d.kind, d.record_id
      limit question.most_hits
    ) hit
    order by question.query, hit.score desc, hit.kind, hit.record_id`;
}
