import { NeedRecord } from '#components/records/need-record.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { More } from '#components/ui/button.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

export function NewestPractices({ practices }: { practices: PracticeCard[] }) {
  const t = useTranslations('home');
  return (
    <Section title={t('newest')}>
      {practices.length === 0 ? (
        <p className="soft">{t('noPractices')}</p>
      ) : (
        <Records>
          {practices.map((practice) => (
            <PracticeRecord key={practice.id} practice={practice} />
          ))}
        </Records>
      )}
      <More>
        <a href="/practices">{t('allPractices')}</a>
      </More>
    </Section>
  );
}

/** Titles only, in alphabetical order of city, as the caller gives them. */
export function WhatCitiesLookFor({ needs }: { needs: Need[] }) {
  const t = useTranslations('home');
  return (
    <Section title={t('lookingFor')}>
      {needs.length === 0 ? (
        <p className="soft">{t('noNeeds')}</p>
      ) : (
        <Records>
          {needs.map((need) => (
            <NeedRecord key={need.id} need={need} detail="title" />
          ))}
        </Records>
      )}
      <SourceLine>{t('lookingForNote')}</SourceLine>
      <More>
        <a href="/needs">{t('allNeeds')}</a>
      </More>
    </Section>
  );
}
