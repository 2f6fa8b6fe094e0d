import type { Sql } from 'postgres';
import type { SearchQuery } from '#lib/platform/search/engine.ts';
import { type IndexWord, questionWords } from '#lib/platform/search/words.ts';
import { correctWords } from './slips.ts';

/** A term that stands for a word asked for; `weight`: 1 as asked, less where it was completed or corrected. */
export type Alternative = { termId: number; term: string; weight: number; frequency: number };

/** One word of a question with the terms that the index has for it; none when it knows no such word. */
export type Slot = { word: IndexWord; alternatives: Alternative[] };

const COMPLETED = 0.7;

type Row = { no: number; term_id: number; term: string; frequency: number; is_completion: boolean };

/** `frequency` counts the documents that hold the term themselves or through a topic. */
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
    select w.no, w.id as term_id, t.term, bool_and(w.is_completion) as is_completion,
      t.frequency + coalesce((
        select sum(g.members)::int from search_group_term gt join search_group g on g.id = gt.group_id
        where gt.term_id = t.id), 0) as frequency
    from wanted w join search_term t on t.id = w.id
    group by w.no, w.id, t.id
    order by w.no, is_completion, w.id`;
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
  for (const row of await findTerms(sql, words, isLast)) {
    const weight = row.is_completion ? COMPLETED : 1;
    slots[row.no]?.alternatives.push({
      termId: row.term_id,
      term: row.term,
      weight,
      frequency: row.frequency,
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
