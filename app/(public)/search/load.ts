import { readerContext } from '#app/request/context.ts';
import {
  cutWords,
  type IgnoredParameter,
  type Parameters,
  typedWords,
} from '#components/search/read-parameters.ts';
import { type Group, KINDS, type SearchPageProps } from '#components/search/search-page.tsx';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import type { Topic } from '#lib/topics/contract.ts';

/** Most hits shown of each kind; the rest is one press away. */
const SHOWN = 6;

/** What `/search` shows for an address: the best of each kind, or that the search does not answer. */
export async function loadSearch(given: Parameters): Promise<SearchPageProps> {
  const cut: IgnoredParameter[] = [];
  const q = [cutWords(given, cut).q ?? []].flat().at(-1) ?? '';
  const asked = { q, typed: typedWords(cut, q), isCut: cut.length > 0 };
  if (q.trim() === '') return { ...asked, q: '', groups: [], topics: [], isAway: false };
  try {
    return { ...asked, isAway: false, ...(await searchByKind(await readerContext(), q)) };
  } catch (error) {
    // Without the database there is nothing to show beside the search either.
    if (!(error instanceof SalingError) || error.params.part !== 'search') throw error;
    return { ...asked, groups: [], topics: [], isAway: true };
  }
}

async function searchByKind(context: Context, q: string): Promise<{ groups: Group[]; topics: Topic[] }> {
  const answers = await Promise.all(
    KINDS.map(async (kind) => ({ kind, ...(await searchAll(context, { q, kind, limit: SHOWN })) })),
  );
  return {
    groups: answers.filter(({ items }) => items.length > 0).map(({ kind, items }) => ({ kind, items })),
    topics: answers[0]?.topics ?? [],
  };
}
