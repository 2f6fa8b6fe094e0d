import { dayInWords } from '#components/cities/day.ts';
import { Actions, Button, More } from '#components/ui/button.tsx';
import { Choice } from '#components/ui/choice.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Organisation } from '#lib/identity/contract.ts';
import { type Listed, NothingHere, part } from './part.tsx';

type ToBeNamedProps = Listed<{ office: Organisation; since: string }>;

/** Cities whose focal point is to be named, in the order of the alphabet; no number stands beside any. */
export function ToBeNamed(props: ToBeNamedProps) {
  const t = useTranslations('desk');
  const { shown, more } = part(props, 'to-be-named');
  return (
    <Section title={t('toBeNamed.title')} id="to-be-named">
      {shown.length === 0 ? (
        <NothingHere words={props.words}>{t('toBeNamed.none')}</NothingHere>
      ) : (
        <form action="/desk/spreadsheet">
          <div className="columns">
            {shown.map(({ office }) => (
              <Choice key={office.id} id={`name-${office.id}`} name="office" value={office.citySlug ?? ''}>
                <a href={`/desk/offices/${office.id}`}>{office.name}</a>
              </Choice>
            ))}
          </div>
          <Actions>
            <Button isLine>{t('toBeNamed.invite')}</Button>
            {more === null ? null : <a href={more.href}>{t('all', { count: more.count })}</a>}
          </Actions>
        </form>
      )}
      <p className="source">{t('toBeNamed.hint')}</p>
    </Section>
  );
}

type NoNewsProps = Listed<{ office: Organisation; confirmedAt: string | null }>;

export function NoNews(props: NoNewsProps) {
  const t = useTranslations('desk');
  const locale = useLocale();
  const { shown, more } = part(props, 'no-news');
  return (
    <Section title={t('noNews.title')} id="no-news" place="block">
      {shown.length === 0 ? (
        <NothingHere words={props.words}>{t('noNews.none')}</NothingHere>
      ) : (
        <ul className="plainlist">
          {shown.map(({ office, confirmedAt }) => (
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
      {more === null ? null : (
        <More>
          <a href={more.href}>{t('all', { count: more.count })}</a>
        </More>
      )}
    </Section>
  );
}

export function Memberships({ cities }: { cities: { city: CityRef; note: string | null }[] }) {
  const t = useTranslations('desk');
  return (
    <Section title={t('memberships.title')} id="memberships" place="block">
      {cities.length === 0 ? <p>{t('memberships.none')}</p> : null}
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
      <More>
        <a href="/desk/membership">{t('memberships.all')}</a>
      </More>
    </Section>
  );
}
