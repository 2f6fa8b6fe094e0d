import { ContactFact } from '#components/records/contact-fact.tsx';
import { Local } from '#components/site/local.tsx';
import { GoalLinks } from '#components/topics/goal-links.tsx';
import { PillarLinks } from '#components/topics/pillar-links.tsx';
import { TopicLinks } from '#components/topics/topic-links.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Practice } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';

type Props = { practice: Practice; topics: Topic[] };

/** What is on record, one row each; what is not has no row. On a phone the doing stands between the two parts. */
export function PracticeFacts({ practice, topics }: Props) {
  return (
    <>
      <WhatWasDone practice={practice} />
      <WhatCameOfIt practice={practice} topics={topics} />
    </>
  );
}

function WhatWasDone({ practice: { problem, actions } }: { practice: Practice }) {
  const t = useTranslations('practices');
  if (problem === null && actions === null) return null;
  return (
    <Facts isWide>
      {problem ? (
        <Fact label={t('problem')}>
          <Local of={problem} isNoted />
        </Fact>
      ) : null}
      {actions ? (
        <Fact label={t('actions')}>
          <Local of={actions} isNoted />
        </Fact>
      ) : null}
    </Facts>
  );
}

function WhatCameOfIt({ practice, topics }: Props) {
  const t = useTranslations('practices');
  const v = useTranslations('vocabulary');
  const { results, caveat, preconditions, operatedBy, stage, startYear, sdgs, pillars } = practice;
  const kind = t(`evidence.${practice.evidence}`);
  return (
    <Facts isWide place="rest">
      {results ? (
        <Fact label={t('results')} source={kind}>
          <Local of={results} isNoted />
        </Fact>
      ) : null}
      {caveat ? (
        <Fact label={t('caveat')}>
          <Local of={caveat} isNoted />
        </Fact>
      ) : null}
      {preconditions ? (
        <Fact label={t('preconditions')}>
          <Local of={preconditions} isNoted />
        </Fact>
      ) : null}
      {operatedBy ? (
        <Fact label={t('operatedBy')}>
          <span className="inline-block first-letter:uppercase">
            <Local of={operatedBy} isNoted />
          </span>
        </Fact>
      ) : null}
      {stage ? <Fact label={t('stage')}>{v(`stage.${stage}`)}</Fact> : null}
      {startYear ? <Fact label={t('start')}>{startYear}</Fact> : null}
      {practice.topics.length > 0 ? (
        <Fact label={t('topics')}>
          <TopicLinks codes={practice.topics} topics={topics} />
        </Fact>
      ) : null}
      {sdgs.length > 0 ? (
        <Fact label={t('sdgs')}>
          <GoalLinks numbers={sdgs} />
        </Fact>
      ) : null}
      {pillars.length > 0 ? (
        <Fact label={t('pillars')}>
          <PillarLinks pillars={pillars} />
        </Fact>
      ) : null}
      <ContactFact record={practice} />
    </Facts>
  );
}
