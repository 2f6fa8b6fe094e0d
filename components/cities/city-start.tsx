import type { ReactNode } from 'react';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { CityName } from '#components/site/city-name.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { City, CityCard } from '#lib/cities/contract.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import { reasonsOfLikeness } from './likeness.ts';

type Props = {
  city: City;
  similar: CityCard[];
  practices: PracticeCard[];
  /** As on the page of a city with records. */
  askHref?: string | undefined;
  place: ReactNode;
};

/** The page of a city of which nothing is on record: it starts from cities that are like it. */
export function CityStart({ city, similar, practices, askHref, place }: Props) {
  const t = useTranslations('cities');
  return (
    <>
      <div className="block read prose">
        <h2 className="plain">{t('startTitle', { city: city.name })}</h2>
        <p>{t('startLead')}</p>
        <p>
          <ButtonLink href="/#problem">{t('describe')}</ButtonLink>
        </p>
        {askHref ? (
          <p>
            <a className="linkline" href={askHref}>
              {t('ask', { city: city.name })}
            </a>
          </p>
        ) : null}
      </div>
      <Columns layout="even" isBlock>
        <Section title={t('similarTitle', { city: city.name })} hint={t('similarHint')}>
          <Records isBare>
            {similar.map((other) => (
              <SimilarCity key={other.slug} own={city} other={other} />
            ))}
          </Records>
          {place}
        </Section>
        <Section title={t('similarDid')}>
          <Records>
            {practices.map((practice) => (
              <PracticeRecord key={practice.id} practice={practice} />
            ))}
          </Records>
        </Section>
      </Columns>
    </>
  );
}

function SimilarCity({ own, other }: { own: City; other: CityCard }) {
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const reasons = reasonsOfLikeness(own, other).map((reason) => t(`reason.${reason}`));
  return (
    <RecordItem
      href={`/cities/${other.slug}`}
      title={<CityName city={other} />}
      say={t('placed', { kind: words(`kind.${other.kind}`), country: common(`country.${other.country}`) })}
      why={reasons.length > 0 ? t('alike', { reasons: format.list(reasons) }) : undefined}
    />
  );
}
