import type { Metadata } from 'next';
import { cache } from 'react';
import { readerContext } from '#app/request/context.ts';
import { found, missingMetadata } from '#app/request/found.ts';
import { NeedPage } from '#components/needs/need-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listPracticesForNeed } from '#lib/matching/queries.ts';
import { getNeed, listNeedAttachments } from '#lib/needs/queries.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getNeed(await readerContext(), { id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const need = await read((await params).id);
  if (need === null) return missingMetadata();
  const { title, description, city } = need;
  const t = await getTranslations();
  return {
    title: title.text,
    description: t(need.origin === 'city' ? 'needs.ownDescription' : 'needs.recordDescription', {
      city: city.name,
      country: t(`common.country.${city.country}`),
      text: description.text,
    }),
  };
}

export default async function NeedRoute({ params }: Props) {
  const need = await read((await params).id);
  if (need === null) return <Missing />;
  const context = await readerContext();
  const [topics, answers, attachments] = await Promise.all([
    listTopics(context, {}),
    listPracticesForNeed(context, { needKey: need.id, limit: 10 }),
    listNeedAttachments(context, { id: need.id }),
  ]);
  return <NeedPage need={need} topics={topics.items} answers={answers.items} attachments={attachments} />;
}
