import type { Sql } from 'postgres';
import { allowedSlips, oddness, slipsBetween } from '#lib/platform/search/distance.ts';
import { partsOf, slipPatterns } from '#lib/platform/search/pieces.ts';
import type { Slot } from './lookup.ts';

/** Words of which at most this many are tried for one that the index does not know. */
const CORRECTIONS = 3;

/** A word this much rarer than another, as near and as likely a slip, is hardly the one that was meant. */
const RARER = 4;

/** Weight of a correction by the number of slips, and of a word that holds or is held by the one asked for. */
const ONE_SLIP = 0.8;
const TWO_SLIPS = 0.6;
const PART_OF_WORD = 0.5;

/** Shortest word of the index that may stand for a longer one that holds it. */
const SHORTEST_PART = 3;

type Row = { form: string; term_id: number; term: string; frequency: number };
type Choice = { slot: Slot; rows: readonly Row[]; weight: number };

/** Gives words that the index does not know the nearest ones that it does; may find none. */
export async function correctWords(sql: Sql, slots: readonly Slot[]): Promise<void> {
  const spaced = slots.filter(({ word }) => !word.isUnspaced && allowedSlips(word.form.length) > 0);
  const unspaced = slots.filter(({ word }) => word.isUnspaced && word.form.length > 1);
  const [corrected, parts] = await Promise.all([
    spaced.length > 0 ? correctSpaced(sql, spaced) : [],
    unspaced.length > 0 ? findParts(sql, unspaced) : [],
  ]);
  await addOnce(sql, [...corrected, ...parts]);
}

/** One slip first: two are looked for only where one does not explain the word. */
async function correctSpaced(sql: Sql, slots: readonly Slot[]): Promise<Choice[]> {
  const near = await nearest(sql, slots, 1);
  const left = slots.filter((slot, no) => near[no]?.length === 0 && allowedSlips(slot.word.form.length) > 1);
  const farther = left.length > 0 ? await nearest(sql, left, 2) : [];
  return [
    ...slots.map((slot, no) => ({ slot, rows: near[no] ?? [], weight: ONE_SLIP })),
    ...left.map((slot, no) => ({ slot, rows: farther[no] ?? [], weight: TWO_SLIPS })),
  ];
}

/** For each word the likeliest of the forms at this distance at most, the most frequent first. */
async function nearest(sql: Sql, slots: readonly Slot[], slips: 1 | 2): Promise<Row[][]> {
  const patterns = slots.flatMap(({ word }, no) =>
    slipPatterns(word.form, slips).map((pattern) => ({ no, pattern, length: [...word.form].length })),
  );
  const rows = await sql<(Row & { no: number })[]>`
    select distinct asked.no, f.form, f.term_id, t.term, t.frequency
    from unnest(
      ${patterns.map((row) => row.no)}::int[],
      ${patterns.map((row) => row.pattern)}::text[],
      ${patterns.map((row) => row.length)}::int[]) as asked(no, pattern, length)
    join search_form f on f.form like asked.pattern and not f.is_unspaced
      and length(f.form) between asked.length - ${slips}::int and asked.length + ${slips}::int
    join search_term t on t.id = f.term_id`;
  return slots.map(({ word }, no) =>
    likeliest(
      rows
        .filter((row) => row.no === no)
        .map((row) => ({
          row,
          slips: slipsBetween(word.form, row.form, slips),
          oddness: oddness(word.form, row.form),
        }))
        .filter((near) => near.slips <= slips),
    ),
  );
}

/** "flod" is "flood", not also "food" and "fold": only the likeliest of the slips counts, and its frequent words. */
function likeliest(found: { row: Row; slips: number; oddness: number }[]): Row[] {
  const near = found.sort(
    (a, b) =>
      a.slips - b.slips ||
      a.oddness - b.oddness ||
      b.row.frequency - a.row.frequency ||
      a.row.term_id - b.row.term_id,
  );
  const [best] = near;
  return near
    .filter((one) => one.slips === best?.slips && one.oddness === best.oddness)
    .map(({ row }) => row)
    .filter((row) => row.frequency * RARER >= (best?.row.frequency ?? 0));
}

/** In scripts without spaces two texts may be cut differently: a longer or shorter word of the index serves. */
async function findParts(sql: Sql, slots: readonly Slot[]): Promise<Choice[]> {
  const asked = slots.map(({ word }) => word.form);
  const rows = await sql<Row[]>`
    select f.form, f.term_id, t.term, t.frequency
    from search_form f join search_term t on t.id = f.term_id
    where f.is_unspaced and f.form = any(${asked.flatMap((form) => partsOf(form, SHORTEST_PART))}::text[])
    union
    select f.form, f.term_id, t.term, t.frequency
    from search_form f join search_term t on t.id = f.term_id
    where f.is_unspaced and f.form like any(${asked.map((form) => `%${form}%`)}::text[])`;
  return slots.map((slot) => {
    const { form } = slot.word;
    const farness = (row: Row): number => Math.abs(row.form.length - form.length);
    const kin = rows.filter((row) => row.form.includes(form) || form.includes(row.form));
    kin.sort((a, b) => farness(a) - farness(b) || b.frequency - a.frequency || (a.form < b.form ? -1 : 1));
    return { slot, rows: kin.slice(0, CORRECTIONS), weight: PART_OF_WORD };
  });
}

async function addOnce(sql: Sql, choices: readonly Choice[]): Promise<void> {
  const chosen = choices.map(({ rows, ...choice }) => ({ ...choice, rows: rows.slice(0, CORRECTIONS) }));
  const termIds = [...new Set(chosen.flatMap(({ rows }) => rows.map((row) => row.term_id)))];
  if (termIds.length === 0) return;
  const counts = await sql<{ term_id: number; topics: number }[]>`
    select term_id, count(*)::int as topics from search_group_term
    where term_id = any(${termIds}::int[]) group by term_id`;
  const topics = new Map(counts.map((row) => [row.term_id, row.topics]));
  for (const { slot, rows, weight } of chosen) {
    for (const { term_id: termId, term, frequency } of rows) {
      if (slot.alternatives.some((known) => known.termId === termId)) continue;
      slot.alternatives.push({
        termId,
        term,
        weight,
        frequency: Math.max(1, frequency),
        topics: topics.get(termId) ?? 0,
      });
    }
  }
}
