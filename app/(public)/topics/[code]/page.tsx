import type { Metadata } from 'next';
import { cache } from 'react';
import { readerContext } from '#app/request/context.ts';
import { found, missingMetadata } from '#app/request/found.ts';
import { Missing } from '#components/site/missing.tsx';
import { TopicPage } from '#components/topics/topic-page.tsx';
import { listNeeds } from '#lib/needs/queries.ts';
import { listPractices } from '#lib/practices/queries.ts';
import { getTopic } from '#lib/topics/queries.ts';

type Props = { params: Promise<{ code: string }> };

/** Most records of each side; the rest is one press away. */
const SHOWN = 12;

const read = cache(async (code: string) => found(getTopic(await readerContext(), { code })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = await read((await params).code);
  if (topic === null) return missingMetadata();
  const { label, description } = topic;
  return { title: label.text, description: description.text };
}

export default async function TopicRoute({ params }: Props) {
  const topic = await read((await params).code);
  if (topic === null) return <Missing />;
  const context = await readerContext();
  const [needs, practices] = await Promise.all([
    listNeeds(context, { topic: topic.code, limit: SHOWN }, { isOfPresent: true }),
    listPractices(context, { topic: topic.code, limit: SHOWN }),
  ]);
  return <TopicPage topic={topic} needs={needs} practices={practices} />;
}
