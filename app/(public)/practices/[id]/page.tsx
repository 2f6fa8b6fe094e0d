import type { Metadata } from 'next';
import { cache } from 'react';
import { readerContext } from '#app/request/context.ts';
import { found, missingMetadata } from '#app/request/found.ts';
import { PracticePage } from '#components/practices/practice-page.tsx';
import { Transfers } from '#components/practices/transfers.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listTransfers } from '#lib/exchanges/queries.ts';
import { listNeedsForPractice } from '#lib/matching/queries.ts';
import { getPractice, listPracticeAttachments, listSimilarPractices } from '#lib/practices/queries.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getPractice(await readerContext(), { id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const practice = await read((await params).id);
  if (practice === null) return missingMetadata();
  const { title, summary, city } = practice;
  const t = await getTranslations();
  return {
    title: title.text,
    description: t('practices.recordDescription', {
      city: city.name,
      country: t(`common.country.${city.country}`),
      summary: summary.text,
    }),
  };
}

export default async function PracticeRoute({ params }: Props) {
  const practice = await read((await params).id);
  if (practice === null) return <Missing />;
  const context = await readerContext();
  const [topics, similar, answered, attachments, transfers] = await Promise.all([
    listTopics(context, {}),
    listSimilarPractices(context, { id: practice.id, limit: 4 }),
    listNeedsForPractice(context, { practiceKey: practice.id, limit: 5 }),
    listPracticeAttachments(context, { id: practice.id }),
    listTransfers(context, { practiceId: practice.id }),
  ]);
  const close = answered.items.filter(({ reason }) => reason.closeness !== 'loose');
  return (
    <PracticePage
      practice={practice}
      topics={topics.items}
      similar={similar}
      answered={close}
      attachments={attachments}
      transfers={<Transfers transfers={transfers} />}
    />
  );
}
