import { readList } from '#app/(public)/search/read-list.ts';
import { readerContext } from '#app/request/context.ts';
import type { PracticeLibraryProps } from '#components/practices/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import type { Context } from '#lib/core/context.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { isFoundByTopic, listPracticesInput } from '#lib/practices/contract.ts';
import { listPractices } from '#lib/practices/queries.ts';
import type { Topic } from '#lib/topics/contract.ts';

/** What `/practices` shows for an address; what of the address cannot be used is left out and said. */
export async function loadLibrary(given: Parameters): Promise<PracticeLibraryProps> {
  const context = await readerContext();
  const { topics, city, input, ignored, before, isSearchAway, list } = await readList(
    context,
    listPracticesInput.omit({ limit: true }),
    given,
    (values) => listPractices(context, { ...values, limit: 20 }),
  );
  const hasNoReason = list.total === 0 || list.items.some(isFoundByTopic);
  const pointed =
    input.q && !isSearchAway && hasNoReason ? await pointedTopics(context, input.q, topics) : [];
  return { topics, pointed, city, input, ignored, before, isSearchAway, list };
}

/** Topics that the words speak of or that have the words in their own names. */
async function pointedTopics(context: Context, q: string, topics: Topic[]): Promise<Topic[]> {
  const { items, topics: spoken } = await searchAll(context, { q, kind: 'topic', limit: 3 });
  const codes = new Set([...spoken.map(({ code }) => code), ...items.map(({ id }) => id)]);
  return [...codes].flatMap((code) => topics.find((topic) => topic.code === code) ?? []);
}
