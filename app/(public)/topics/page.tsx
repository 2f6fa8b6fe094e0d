import type { Metadata } from 'next';
import { readerContext } from '#app/request/context.ts';
import { TopicList } from '#components/topics/topic-list.tsx';
import { getTranslations } from '#i18n/words.ts';
import type { Facet } from '#lib/cities/contract.ts';
import { listNeeds } from '#lib/needs/queries.ts';
import { listPractices } from '#lib/practices/queries.ts';
import { listTopics } from '#lib/topics/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topics');
  return { title: t('title'), description: t('description') };
}

const counts = (facet: Facet) => new Map(facet.map(({ value, count }) => [value, count]));

export default async function TopicsPage() {
  const context = await readerContext();
  const [topics, practices, needs] = await Promise.all([
    listTopics(context, {}),
    listPractices(context, { limit: 1 }),
    listNeeds(context, { limit: 1 }),
  ]);
  return (
    <TopicList
      topics={topics.items}
      practices={counts(practices.facets.topic)}
      needs={counts(needs.facets.topic)}
    />
  );
}
