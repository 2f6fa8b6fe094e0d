import type { Sql } from 'postgres';
import { allowedSlips, slipsBetween } from '#lib/platform/search/distance.ts';
import type { Slot } from './lookup.ts';

/** Words of which at most this many are tried for one that the index does not know. */
const CORRECTIONS = 3;

/** Weight of a correction by the number of slips, and of a word that holds or is held by the one asked for. */
const ONE_SLIP = 0.8;
const TWO_SLIPS = 0.6;
const PART_OF_WORD = 0.5;

/** Low enough for two letters swapped in a word of five; the distance decides, not the similarity. */
const SIMILARITY = '0.2';

type Row = {
  no: number;
  form: string;
  term_id: number;
  term: string;
  frequency: number;
  topics: number;
};

/** Gives words that the index does not know the nearest ones that it does; may find none. */
export async function correctWords(sql: Sql, slots: readonly Slot[]): Promise<void> {
  const spaced = slots.filter(({ word }) => !word.isUnspaced && allowedSlips(word.form.length) > 0);
  const unspaced = slots.filter(({ word }) => word.isUnspaced);
  if (spaced.length > 0) await correctSpaced(sql, spaced);
  if (unspaced.length > 0) await findParts(sql, unspaced);
}

async function correctSpaced(sql: Sql, slots: readonly Slot[]): Promise<void> {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('pg_trgm.similarity_threshold', ${SIMILARITY}, true)`;
    return tx<Row[]>`
      select asked.no::int - 1 as no, near.form, t.id as term_id, t.term, greatest(t.frequency, 1) as frequency,
        (select count(*)::int from search_group_term gt where gt.term_id = t.id) as topics
      from unnest(${slots.map((slot) => slot.word.form)}::text[]) with ordinality as asked(form, no)
      cross join lateral (
        select f.form, f.term_id from search_form f
        where f.form % asked.form and not f.is_unspaced
          and length(f.form) between length(asked.form) - 2 and length(asked.form) + 2
        order by similarity(f.form, asked.form) desc, f.form limit 40
      ) near
      join search_term t on t.id = near.term_id`;
  });
  for (const [no, slot] of slots.entries()) {
    const asked = slot.word.form;
    const limit = allowedSlips(asked.length);
    const near = rows
      .filter((row) => row.no === no)
      .map((row) => ({ row, slips: slipsBetween(asked, row.form, limit) }))
      .filter(({ slips }) => slips <= limit)
      .sort(
        (a, b) => a.slips - b.slips || b.row.frequency - a.row.frequency || a.row.term_id - b.row.term_id,
      );
    const fewest = near[0]?.slips;
    const best = near.filter(({ slips }) => slips === fewest).map(({ row }) => row);
    addOnce(slot, best.slice(0, CORRECTIONS), fewest === 1 ? ONE_SLIP : TWO_SLIPS);
  }
}

/** In scripts without spaces two texts may be cut differently: a longer or shorter word of the index serves. */
async function findParts(sql: Sql, slots: readonly Slot[]): Promise<void> {
  const rows = await sql<Row[]>`
    select asked.no::int - 1 as no, f.form, t.id as term_id, t.term, greatest(t.frequency, 1) as frequency,
        (select count(*)::int from search_group_term gt where gt.term_id = t.id) as topics
    from unnest(${slots.map((slot) => slot.word.form)}::text[]) with ordinality as asked(form, no)
    join search_form f on f.is_unspaced
      and (strpos(f.form, asked.form) > 0 or (length(f.form) > 2 and strpos(asked.form, f.form) > 0))
    join search_term t on t.id = f.term_id
    where length(asked.form) > 1
    order by abs(length(f.form) - length(asked.form)), t.frequency desc, f.form
    limit 200`;
  for (const [no, slot] of slots.entries()) {
    addOnce(slot, rows.filter((row) => row.no === no).slice(0, CORRECTIONS), PART_OF_WORD);
  }
}

function addOnce(slot: Slot, rows: readonly Row[], weight: number): void {
  for (const { term_id: termId, term, frequency, topics } of rows) {
    if (slot.alternatives.some((known) => known.termId === termId)) continue;
    slot.alternatives.push({ termId, term, weight, frequency, topics });
  }
}
