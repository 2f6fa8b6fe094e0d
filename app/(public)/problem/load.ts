import { readerContext } from '#app/request/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';
import { describeProblem } from '#lib/discovery/queries.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Found = { found: DescribedProblem; topics: Topic[] };

/** What the page shows for a text; null while the search engine does not answer. */
export async function loadProblem(text: string, topic: string[] | undefined): Promise<Found | null> {
  const context = await readerContext();
  try {
    const [found, topics] = await Promise.all([
      describeProblem(context, { text, topic }),
      listTopics(context, undefined),
    ]);
    return { found, topics: topics.items };
  } catch (error) {
    if (error instanceof SalingError && error.code === 'unavailable' && error.params.part === 'search') {
      return null;
    }
    throw error;
  }
}
