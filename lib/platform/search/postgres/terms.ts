import type { TransactionSql } from 'postgres';
import type { IndexWord } from '#lib/platform/search/words.ts';

/** Adds what is missing of terms and forms; gives the id of every term. Most are known, and a look is cheap. */
export async function ensureTerms(
  tx: TransactionSql,
  words: readonly IndexWord[],
): Promise<Map<string, number>> {
  const terms = [...new Set(words.map((word) => word.term))];
  const known = await tx<{ id: number; term: string }[]>`
    select id, term from search_term where term = any(${terms}::text[])`;
  const ids = new Map(known.map((row) => [row.term, row.id]));
  const added = await tx<{ id: number; term: string }[]>`
    insert into search_term (term) select * from unnest(${terms.filter((term) => !ids.has(term))}::text[])
    returning id, term`;
  for (const row of added) ids.set(row.term, row.id);
  await addForms(tx, words, ids);
  return ids;
}

async function addForms(
  tx: TransactionSql,
  words: readonly IndexWord[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const forms = new Map(words.filter((word) => !word.isPair).map((word) => [word.form, word]));
  const known = await tx<{ form: string }[]>`
    select form from search_form where form = any(${[...forms.keys()]}::text[])`;
  for (const { form } of known) forms.delete(form);
  const added = [...forms.values()];
  await tx`
    insert into search_form (form, term_id, is_unspaced)
    select form, term_id, unspaced = 1 from unnest(
      ${added.map((word) => word.form)}::text[],
      ${added.map((word) => idOf(ids, word.term))}::int[],
      ${added.map((word) => Number(word.isUnspaced))}::int[]) as added(form, term_id, unspaced)`;
}

export function idOf(ids: ReadonlyMap<string, number>, term: string): number {
  const id = ids.get(term);
  if (id === undefined) throw new Error(`The index holds no term ${JSON.stringify(term)}`);
  return id;
}

/** Counts documents per term: one entry for each posting that went or came. */
export async function changeFrequencies(
  tx: TransactionSql,
  gone: readonly number[],
  come: readonly number[],
): Promise<void> {
  const changes = new Map<number, number>();
  for (const id of gone) changes.set(id, (changes.get(id) ?? 0) - 1);
  for (const id of come) changes.set(id, (changes.get(id) ?? 0) + 1);
  const changed = [...changes].filter(([, change]) => change !== 0);
  await tx`
    update search_term set frequency = frequency + change.number
    from unnest(${changed.map(([id]) => id)}::int[], ${changed.map(([, change]) => change)}::int[])
      as change(id, number)
    where search_term.id = change.id`;
}

/** Drops groups without documents, then terms that nothing holds, so that no word is corrected to a vanished one. */
export async function dropUnused(tx: TransactionSql, candidates: readonly number[]): Promise<void> {
  const groups = await tx<{ term_id: number }[]>`
    delete from search_group_term where group_id in (select id from search_group where members = 0)
    returning term_id`;
  await tx`delete from search_group where members = 0`;
  const ids = [...new Set([...candidates, ...groups.map((row) => row.term_id)])];
  await tx`
    delete from search_term where id = any(${ids}::int[]) and frequency = 0
      and not exists (select from search_group_term where term_id = search_term.id)`;
}
