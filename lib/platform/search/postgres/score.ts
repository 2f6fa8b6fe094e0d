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

/**
 * Topics that a question may be about: those that its words point to most. Each of the common words of a long
 * question belongs to some topic, and reading the records of all of these would take most of the time.
 */
const MOST_TOPICS = 8;

type Asked = { query: number; slot: number; termId: number; weight: number; topicPoints: number };
type Row = { query: number; kind: SearchKind; record_id: string; points: number };

/** BM25's rarity of a slot's words among `total` documents, times PRECISION; 0 for a word that nothing holds. */
function rarityOf({ word, alternatives }: Slot, total: number): number {
  if (alternatives.length === 0) return 0;
  // A word and its completions are one thing asked for: a rare completion must not outweigh the word.
  const held = Math.min(total, Math.max(...alternatives.map((alternative) => alternative.frequency)));
  const share = word.isPair ? PAIR_SHARE : 1;
  return Math.max(1, Math.round(PRECISION * share * Math.log(1 + (total - held + 0.5) / (held + 0.5))));
}

function askedOf(slots: readonly Slot[], query: number, total: number): Asked[] {
  return slots.flatMap((slot, number) => {
    const rarity = rarityOf(slot, total);
    return slot.alternatives.map(({ termId, weight, topics }) => ({
      query,
      slot: number,
      termId,
      weight: Math.round(rarity * weight),
      // A word of many topics points to none of them in particular.
      topicPoints: Math.round((rarity * weight * TOPIC_IMPACT) / Math.sqrt(Math.max(1, topics)) / 100),
    }));
  });
}

/**
 * Ranks documents for all questions in one statement. A topic that holds one of two words counts less by its share of
 * what the best topic holds: "ngập" is a word of mangroves, too, "ngập lụt" is flooding.
 */
export async function rank(
  sql: Sql,
  queries: readonly SearchQuery[],
  slots: readonly (readonly Slot[])[],
  total: number,
): Promise<SearchAnswer[]> {
  const asked = queries.flatMap((_, number) => askedOf(slots[number] ?? [], number, total));
  const rows = asked.length === 0 ? [] : await selectHits(sql, queries, asked);
  return queries.map((_, number) => {
    const own = slots[number] ?? [];
    const most = own.reduce((sum, slot) => sum + rarityOf(slot, total), 0) * (FULL_IMPACT + TOPIC_IMPACT);
    const words = own.filter((slot) => !slot.word.isPair);
    return {
      hits: rows
        .filter((row) => row.query === number)
        .map((row) => ({ kind: row.kind, recordId: row.record_id, score: Math.min(1, row.points / most) })),
      terms: [...new Set(words.flatMap((slot) => slot.alternatives.map(({ term }) => term)))],
    };
  });
}

function selectHits(sql: Sql, queries: readonly SearchQuery[], asked: readonly Asked[]): Promise<Row[]> {
  const limits = queries.map((query) => Math.min(Math.max(Math.trunc(query.limit), 0), MAX_HITS));
  const wanted = queries.flatMap(({ kinds = SEARCH_KINDS }, query) =>
    kinds.map((kind) => ({ query, kind: SEARCH_KINDS.indexOf(kind) })),
  );
  return sql<Row[]>`
    with asked as materialized (
      select * from unnest(
        ${asked.map((row) => row.query)}::int[],
        ${asked.map((row) => row.slot)}::int[],
        ${asked.map((row) => row.termId)}::int[],
        ${asked.map((row) => row.weight)}::int[],
        ${asked.map((row) => row.topicPoints)}::int[]) as asked(query, slot, term_id, weight, topic_points)
    ), wanted as materialized (
      select * from unnest(
        ${wanted.map((row) => row.query)}::int[],
        ${wanted.map((row) => row.kind)}::smallint[]) as wanted(query, kind)
    ), pointed as (
      -- A word and its completions are one thing asked for.
      select query, group_id, sum(points)::int as points from (
        select a.query, t.group_id, max(a.topic_points) as points
        from asked a join search_group_term t on t.term_id = a.term_id
        group by a.query, t.group_id, a.slot
      ) said group by query, group_id
    ), topic as materialized (
      select query, group_id, (points::bigint * points / greatest(1, most))::int as points from (
        select *, max(points) over (partition by query) as most,
          row_number() over (partition by query order by points desc, group_id) as place
        from pointed
      ) best where place <= ${MOST_TOPICS}
    ), found as (
      select a.query, p.document_id, a.weight * p.impact as points
      from asked a
      join wanted w on w.query = a.query
      join search_posting p on p.term_id = a.term_id and p.kind = w.kind
      union all
      select t.query, m.document_id, t.points * m.share
      from topic t
      join wanted w on w.query = t.query
      join search_group_document m on m.group_id = t.group_id and m.kind = w.kind
    ), scored as materialized (
      select query, document_id, sum(points)::int as points from found group by query, document_id
    ), question as (
      select no::int - 1 as query, most_hits
      from unnest(${limits}::int[]) with ordinality as question(most_hits, no)
    )
    select question.query, hit.kind, hit.record_id, hit.points
    from question cross join lateral (
      select d.kind, d.record_id, best.points
      from (
        -- Sorting only for the last place is quick; everything as good as it is kept, for ties go by id.
        select s.document_id, s.points from scored s
        where s.query = question.query and s.points >= coalesce((
          select l.points from scored l where l.query = question.query
          order by l.points desc offset greatest(question.most_hits - 1, 0) limit 1
        ), 0)
      ) best
      join search_document d on d.id = best.document_id
      order by best.points desc, d.kind, d.record_id
      limit question.most_hits
    ) hit
    order by question.query, hit.points desc, hit.kind, hit.record_id`;
}
