import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { changeNeedAudience } from '#app/(member)/our-city/actions/audience.ts';
import { moveRecord } from '#app/(member)/our-city/actions/move.ts';
import { ownCityAnd } from '#app/(member)/our-city/own-city.ts';
import { readOwn } from '#app/(member)/our-city/read-own.ts';
import { NeedFacts } from '#components/needs/need-facts.tsx';
import { PracticeFacts } from '#components/practices/practice-facts.tsx';
import { Attachments } from '#components/records/attachments.tsx';
import { Missing } from '#components/site/missing.tsx';
import { ownAddress } from '#components/writing/address.ts';
import { AudienceOfNeed } from '#components/writing/audience.tsx';
import { OwnDraft, OwnPublished } from '#components/writing/own-record.tsx';
import { getTranslations } from '#i18n/words.ts';
import { AUDIENCES } from '#lib/needs/contract.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { newId } from '#lib/platform/ids.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Props = {
  params: Promise<{ place: string; id: string }>;
  searchParams: Promise<{ done?: string | string[]; audience?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing');
  return { title: t('recordTitle'), robots: { index: false } };
}

export default async function OwnRecordPage({ params, searchParams }: Props) {
  const { place, id } = await params;
  const own = await ownCityAnd(place);
  const shown = own === null ? null : await readOwn(own, id);
  if (own === null || shown === null) return <Missing />;
  const { context, kind } = own;
  if (shown.id !== id) redirect(ownAddress(kind, shown.id));
  const { items: topics } = await listTopics(context, {});
  const { need, practice } = shown;
  const facts = (
    <>
      {practice ? <PracticeFacts practice={practice} topics={topics} /> : null}
      {need ? <NeedFacts need={need} topics={topics} /> : null}
      <Attachments items={shown.attachments} />
    </>
  );
  const query = await searchParams;
  const done = [query.done].flat()[0];
  const deeds = { place, action: moveRecord, newCommandId: newId };
  const text = practice?.summary ?? need?.description;
  const title = practice?.title ?? need?.title;
  if (text === undefined || title === undefined) return <Missing />;
  const common = { ...shown, kind, title, text, facts, done, deeds };
  if (shown.draft !== null) {
    const personTag = digestOf(context.actor.personId).slice(0, 12);
    return <OwnDraft {...common} draft={shown.draft} personTag={personTag} />;
  }
  const { record, rights } = shown;
  const isOpenable = need !== null && record?.state === 'published' && record.isChangeable;
  return (
    <OwnPublished
      {...common}
      audience={
        isOpenable && rights.maySpeak ? (
          <AudienceOfNeed
            need={need}
            mayOpen={rights.isHead || !rights.hasTwoPeople}
            state={{
              was: AUDIENCES.find((one) => one === query.audience),
              isRefused: query.audience === 'refused',
            }}
            action={changeNeedAudience}
            newCommandId={newId}
          />
        ) : null
      }
    />
  );
}
