import type { Sql } from 'postgres';
import type { SearchQuery } from '#lib/platform/search/engine.ts';
import { type IndexWord, questionWords } from '#lib/platform/search/words.ts';
import { correctWords } from './slips.ts';

/**
 * A term that stands for a word asked for. `weight`: 1 as asked, less where it was completed or corrected.
 * `frequency`: documents that hold it, themselves or through a topic; `topics`: how many topics it is a word of.
 */
export type Alternative = {
  termId: number;
  term: string;
  weight: number;
  frequency: number;
  topics: number;
};

/** One word of a question with the terms that the index has for it; none when it knows no such word. */
export type Slot = { word: IndexWord; alternatives: Alternative[] };

const COMPLETED = 0.7;
/** Where the word itself is known: less than a topic's word gives, so that "baha" (flood) is not "bahasa" (language). */
const COMPLETED_BESIDE = 0.15;

type Row = {
  no: number;
  term_id: number;
  term: string;
  frequency: number;
  topics: number;
  is_completion: boolean;
};

async function findTerms(sql: Sql, words: readonly IndexWord[], isLast: readonly boolean[]): Promise<Row[]> {
  const prefixes = words.flatMap((word, no) => (isLast[no] ? [{ no, form: word.form }] : []));
  return sql<Row[]>`
    with wanted as materialized (
      select asked.no::int - 1 as no, t.id, false as is_completion
      from unnest(${words.map((word) => word.term)}::text[]) with ordinality as asked(term, no)
      join search_term t on t.term = asked.term
      union all
      select asked.no, f.id, true
      from unnest(
        ${prefixes.map((prefix) => prefix.no)}::int[],
        ${prefixes.map((prefix) => prefix.form)}::text[],
        ${prefixes.map((prefix) => `${prefix.form}\u{10FFFF}`)}::text[]) as asked(no, form, beyond)
      cross join lateral (
        select t.id from search_form f join search_term t on t.id = f.term_id
        where f.form >= asked.form and f.form < asked.beyond
        group by t.id order by t.frequency desc, t.id limit 20
      ) f
    )
    select w.no, t.id as term_id, t.term, w.is_completion,
      t.frequency + coalesce(under.members, 0) as frequency, coalesce(under.topics, 0) as topics
    from (select no, id, bool_and(is_completion) as is_completion from wanted group by no, id) w
    join search_term t on t.id = w.id
    left join lateral (
      select sum(g.members)::int as members, count(*)::int as topics
      from search_group_term gt join search_group g on g.id = gt.group_id where gt.term_id = t.id
    ) under on true
    order by w.no, w.is_completion, t.id`;
}

/** Turns each question into slots: exact terms, completions of the last word, else corrections. */
export async function lookUp(sql: Sql, queries: readonly SearchQuery[]): Promise<Slot[][]> {
  const asked = queries.map((query) => questionWords(query.text, query.prefix));
  const words = asked.flat();
  if (words.length === 0) return queries.map(() => []);
  const isLast = asked.flatMap((list, no) =>
    list.map((_, place) => queries[no]?.prefix === true && place === list.length - 1),
  );
  const slots = words.map((word): Slot => ({ word, alternatives: [] }));
  const rows = await findTerms(sql, words, isLast);
  const known = new Set(rows.filter((row) => !row.is_completion).map((row) => row.no));
  for (const row of rows) {
    const weight = !row.is_completion ? 1 : known.has(row.no) ? COMPLETED_BESIDE : COMPLETED;
    slots[row.no]?.alternatives.push({
      termId: row.term_id,
      term: row.term,
      weight,
      frequency: row.frequency,
      topics: row.topics,
    });
  }
  await correctWords(
    sql,
    slots.filter((slot) => slot.alternatives.length === 0 && !slot.word.isPair),
  );
  let from = 0;
  return asked.map((list) => {
    const own = slots.slice(from, from + list.length);
    from += list.length;
    return own;
  });
}
