import { useLocale, useTranslations } from 'next-intl';
import { dayInWords } from '#components/cities/day.ts';
import { More } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Organisation } from '#lib/identity/contract.ts';

/** Cities whose focal point is to be named, in the order of the alphabet; no number stands beside any. */
export function ToBeNamed({ offices }: { offices: { office: Organisation; since: string }[] }) {
  const t = useTranslations('desk');
  return (
    <Section title={t('toBeNamed.title')} id="to-be-named">
      {offices.length === 0 ? (
        <p>{t('toBeNamed.none')}</p>
      ) : (
        <ul className="columns">
          {offices.map(({ office }) => (
            <li key={office.id}>
              <a href={`/desk/offices/${office.id}`}>{office.name}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="source">{t('toBeNamed.hint')}</p>
    </Section>
  );
}

export function NoNews({ offices }: { offices: { office: Organisation; confirmedAt: string | null }[] }) {
  const t = useTranslations('desk');
  const locale = useLocale();
  return (
    <Section title={t('noNews.title')} id="no-news" place="block">
      {offices.length === 0 ? (
        <p>{t('noNews.none')}</p>
      ) : (
        <ul className="plainlist">
          {offices.map(({ office, confirmedAt }) => (
            <li key={office.id}>
              <a href={`/desk/offices/${office.id}`}>{office.name}</a>{' '}
              <span className="soft small">
                {confirmedAt === null
                  ? t('noNews.never')
                  : t('noNews.since', { day: dayInWords(confirmedAt.slice(0, 10), locale) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Memberships({ cities }: { cities: { city: CityRef; note: string | null }[] }) {
  const t = useTranslations('desk');
  return (
    <Section title={t('memberships.title')} id="memberships" place="block">
      {cities.map(({ city, note }) => (
        <div key={city.slug}>
          <p>
            <a href={`/cities/${city.slug}`}>{city.name}</a>
            {note === null ? null : (
              <>
                {': '}
                <span lang="en">{note}</span>
              </>
            )}
          </p>
          <More>
            <a href={`/desk/membership?city=${city.slug}`}>{t('memberships.record', { city: city.name })}</a>
          </More>
        </div>
      ))}
      {cities.length === 0 ? (
        <More>
          <a href="/desk/membership">{t('memberships.any')}</a>
        </More>
      ) : null}
    </Section>
  );
}
