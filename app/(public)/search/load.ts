import { readerContext } from '#app/request/context.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { type Group, KINDS, type SearchPageProps } from '#components/search/search-page.tsx';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { MAX_TEXT } from '#lib/platform/fields.ts';
import type { Topic } from '#lib/topics/contract.ts';

/** Most hits shown of each kind; the rest is one press away. */
const SHOWN = 6;

/** What `/search` shows for an address: the best of each kind, or that the search does not answer. */
export async function loadSearch(given: Parameters): Promise<SearchPageProps> {
  const asked = [given.q ?? []].flat().at(-1) ?? '';
  const q = asked.slice(0, MAX_TEXT);
  const isCut = asked.length > MAX_TEXT;
  if (q.trim() === '') return { q: '', isCut, groups: [], topics: [], isAway: false };
  try {
    return { q, isCut, isAway: false, ...(await searchByKind(await readerContext(), q)) };
  } catch (error) {
    // Without the database there is nothing to show beside the search either.
    if (!(error instanceof SalingError) || error.params.part !== 'search') throw error;
    return { q, isCut, groups: [], topics: [], isAway: true };
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
