import type { ReactNode } from 'react';
import { dayInWords, momentInWords } from '#components/cities/day.ts';
import { EXCHANGES_ADDRESS } from '#components/exchanges/address.ts';
import { NewsFromOthers } from '#components/exchanges/exchange-list.tsx';
import { FACTS_ADDRESS } from '#components/facts/address.ts';
import { Columns } from '#components/ui/columns.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Draft, OwnRecord } from '#lib/drafts/contract.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import { OurRecords } from './our-records.tsx';
import { type Waiting, WhatWaits } from './what-waits.tsx';

export type OurCityProps = {
  /** `formerSince`: the day on which it ceased to be a local government. */
  city: { slug: string; name: string; timeZone: string; formerSince: string | null };
  role: Draft['writtenRole'];
  now: Date;
  drafts: Draft[];
  records: OwnRecord[];
  waiting: Waiting[];
  exchanges: ExchangeCard[];
  /** When it was last confirmed. */
  profile: ReactNode;
  /** What has just been done. */
  done: string | undefined;
};

/** The city's own page: what waits, and every record of it with its state. */
export function OurCityPage({
  city,
  role,
  now,
  drafts,
  records,
  waiting,
  exchanges,
  profile,
  done,
}: OurCityProps) {
  const t = useTranslations('ourcity');
  const language = useLocale();
  const moment = momentInWords(now, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: city.timeZone,
    timeZoneName: 'short',
  });
  return (
    <>
      <PageTitle title={city.name} under={t('under', { moment, role: t(`role.${role}`) })} />
      {done === 'discard' || done === 'profile' ? (
        <div className="notice mb-8" role="status">
          <p>{t(done === 'profile' ? 'profileConfirmed' : 'discarded')}</p>
        </div>
      ) : null}
      {city.formerSince === null ? null : (
        <div className="mb-8">
          <Notice>{t('former', { city: city.name, date: dayInWords(city.formerSince, language) })}</Notice>
        </div>
      )}
      <WhatWaits items={waiting} timeZone={city.timeZone} />
      <NewsFromOthers exchanges={exchanges} timeZone={city.timeZone} />
      {profile}
      <Columns isBlock>
        <OurRecords drafts={drafts} records={records} />
        <Section title={t('more')}>
          <p className="more">
            <a href={EXCHANGES_ADDRESS}>{t('exchanges')}</a>
          </p>
          <p className="more">
            <a href={FACTS_ADDRESS}>{t('facts')}</a>
          </p>
          <p className="more">
            <a href={`/cities/${city.slug}`}>{t('publicPage')}</a>
          </p>
          {city.formerSince === null ? (
            <p className="more">
              <a href={`/cities/${city.slug}/matches`}>{t('partners')}</a>
            </p>
          ) : null}
          <p className="more">
            <a href="/our-city/hosting">{t('hosting')}</a>
          </p>
          <p className="more">
            <a href="/our-city/ties">{t('ties')}</a>
          </p>
          <p className="more">
            <a href="/our-city/people">{t('people')}</a>
          </p>
          <p className="more">
            <a href="/our-city/handover">{t('handover')}</a>
          </p>
          <p className="more">
            <a href="/our-city/export">{t('exportFiles')}</a>
          </p>
          <p className="more">
            <a href="/our-city/import">{t('importFile')}</a>
          </p>
          <p className="more">
            <a href="/permissions">{t('permissions')}</a>
          </p>
        </Section>
      </Columns>
    </>
  );
}
