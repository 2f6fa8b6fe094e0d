import type { Metadata } from 'next';
import { cache } from 'react';
import { readerContext } from '#app/request/context.ts';
import { orNotFound } from '#app/request/or-not-found.ts';
import { TopicPage } from '#components/topics/topic-page.tsx';
import { listNeeds } from '#lib/needs/queries.ts';
import { listPractices } from '#lib/practices/queries.ts';
import { getTopic } from '#lib/topics/queries.ts';

type Props = { params: Promise<{ code: string }> };

/** Most records of each side; the rest is one press away. */
const SHOWN = 12;

const read = cache(async (code: string) => orNotFound(getTopic(await readerContext(), { code })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { label, description, code } = await read((await params).code);
  return { title: label.text, description: description.text, alternates: { canonical: `/topics/${code}` } };
}

export default async function TopicRoute({ params }: Props) {
  const topic = await read((await params).code);
  const context = await readerContext();
  const [needs, practices] = await Promise.all([
    listNeeds(context, { topic: topic.code, limit: SHOWN }),
    listPractices(context, { topic: topic.code, limit: SHOWN }),
  ]);
  return <TopicPage topic={topic} needs={needs} practices={practices} />;
}
