import type { Metadata } from 'next';
import { ownCityAnd } from '#app/(member)/our-city/own-city.ts';
import { readOwn } from '#app/(member)/our-city/read-own.ts';
import { NeedFacts } from '#components/needs/need-facts.tsx';
import { PracticeFacts } from '#components/practices/practice-facts.tsx';
import { Attachments } from '#components/records/attachments.tsx';
import { Missing } from '#components/site/missing.tsx';
import { ApprovalSheet } from '#components/writing/approval-sheet.tsx';
import { EvidenceState } from '#components/writing/evidence-state.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Props = { params: Promise<{ place: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing.sheet');
  return { title: t('title'), robots: { index: false } };
}

export default async function SheetPage({ params }: Props) {
  const { place, id } = await params;
  const own = await ownCityAnd(place);
  const shown = own === null ? null : await readOwn(own, id);
  if (own === null || shown === null) return <Missing />;
  const { items: topics } = await listTopics(own.context, {});
  const { need, practice } = shown;
  const title = practice?.title ?? need?.title;
  const text = practice?.summary ?? need?.description;
  if (title === undefined || text === undefined) return <Missing />;
  return (
    <ApprovalSheet
      kind={own.kind}
      id={shown.id}
      city={own.name}
      title={title}
      text={text}
      version={shown.draft?.version ?? shown.record?.version ?? 1}
      facts={
        <>
          {practice ? <PracticeFacts practice={practice} topics={topics} /> : null}
          {need ? <NeedFacts need={need} topics={topics} /> : null}
          {shown.draft && shown.evidence ? <EvidenceState evidence={shown.evidence} isDraft /> : null}
          <Attachments items={shown.attachments} />
        </>
      }
    />
  );
}
