import { readList } from '#app/(public)/search/read-list.ts';
import { readerContext } from '#app/request/context.ts';
import type { PracticeLibraryProps } from '#components/practices/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { listPracticesInput } from '#lib/practices/contract.ts';
import { listPractices } from '#lib/practices/queries.ts';

/** What `/practices` shows for an address; what of the address cannot be used is left out and said. */
export async function loadLibrary(given: Parameters): Promise<PracticeLibraryProps> {
  const context = await readerContext();
  const { topics, city, input, ignored, before, isSearchAway, list } = await readList(
    context,
    listPracticesInput.omit({ limit: true }),
    given,
    (values) => listPractices(context, { ...values, limit: 20 }),
  );
  const pointed =
    list.total === 0 && input.q && !isSearchAway
      ? (await searchAll(context, { q: input.q, limit: 1 })).topics
      : [];
  return { topics, pointed, city, input, ignored, before, isSearchAway, list };
}
