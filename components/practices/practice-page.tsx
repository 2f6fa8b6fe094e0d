import type { ReactNode } from 'react';
import { Attachments } from '#components/records/attachments.tsx';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { Local } from '#components/site/local.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { ReadingAndDoing } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import type { AnsweredNeed } from '#lib/matching/contract.ts';
import type { Practice, PracticeCard } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { AnsweredNeeds } from './answered-needs.tsx';
import { PracticeDoing } from './practice-doing.tsx';
import { PracticeFacts } from './practice-facts.tsx';
import { PracticeSources } from './practice-sources.tsx';
import { SimilarPractices } from './similar-practices.tsx';

export type PracticePageProps = {
  practice: Practice;
  topics: Topic[];
  similar: PracticeCard[];
  answered: AnsweredNeed[];
  attachments: ShownAttachment[];
  /** Where it went. */
  transfers: ReactNode;
};

/** A practice: whose and what, every field that is on record, what can be done with it, where it comes from. */
export function PracticePage({
  practice,
  topics,
  similar,
  answered,
  attachments,
  transfers,
}: PracticePageProps) {
  const t = useTranslations('practices');
  const c = useTranslations('common');
  const city = () => <CityAndCountry key="city" city={practice.city} isLinked />;
  return (
    <ReadingAndDoing
      reading={
        <>
          <PageTitle
            crumbs={[{ href: '/practices', label: c('practices') }]}
            crumbsLabel={c('breadcrumbs')}
            over={
              <>
                <Circle kind="filled" /> {t.rich('practiceOfPlace', { place: city })}
              </>
            }
            title={<Local of={practice.title} />}
            under={
              <span className="text-ink">
                <Local of={practice.summary} isNoted />
              </span>
            }
          />
          <PracticeFacts practice={practice} topics={topics} />
          <Attachments items={attachments} />
          {transfers}
          <AnsweredNeeds items={answered} />
        </>
      }
      beside={
        <>
          <PracticeDoing practice={practice} hasAnswers={answered.length > 0} />
          <PracticeSources practice={practice} />
          <SimilarPractices items={similar} />
        </>
      }
    />
  );
}
