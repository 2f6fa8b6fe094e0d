import { momentInWords, SECRETARIAT_ZONE } from '#components/cities/day.ts';
import { Actions, Button, More } from '#components/ui/button.tsx';
import { Choice } from '#components/ui/choice.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Organisation } from '#lib/identity/contract.ts';
import type { Act } from './bulk-list.tsx';
import { type Listed, NothingHere, part } from './part.tsx';

const JAKARTA_DAY = { dateStyle: 'long', timeZone: SECRETARIAT_ZONE } as const;

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

type Quiet = { office: Organisation; confirmedAt: string | null };
type NoNewsProps = Listed<Quiet> & {
  /** By slug: when a city was last asked, while it is too early to ask it again. */
  asked: ReadonlyMap<string, string>;
  /** Days until then. */
  days: number;
  act: Act;
  commandId: string;
};

/** Cities without news, and one button that asks the chosen ones. */
export function NoNews(props: NoNewsProps) {
  const t = useTranslations('desk');
  const { shown, more, press } = part(props, 'no-news');
  const askedOn = (one: Quiet) => press.asked.get(one.office.citySlug ?? '');
  return (
    <Section title={t('noNews.title')} id="no-news" place="block">
      {shown.length === 0 ? (
        <NothingHere words={props.words}>{t('noNews.none')}</NothingHere>
      ) : (
        <form action={press.act}>
          <input type="hidden" name="commandId" value={press.commandId} />
          {props.words === '' ? null : <input type="hidden" name="q" value={props.words} />}
          <ul className="plainlist">
            {shown.map((one) => (
              <QuietCity key={one.office.id} {...one} askedAt={askedOn(one)} />
            ))}
          </ul>
          <Actions>
            {shown.some((one) => askedOn(one) === undefined) ? (
              <Button isLine name="do" value="ask-news">
                {t('button.ask-news')}
              </Button>
            ) : null}
            {more === null ? null : <a href={more.href}>{t('all', { count: more.count })}</a>}
          </Actions>
          <p className="source">{t('noNews.hint', { days: press.days })}</p>
        </form>
      )}
    </Section>
  );
}

function QuietCity({ office, confirmedAt, askedAt }: Quiet & { askedAt: string | undefined }) {
  const t = useTranslations('desk');
  const locale = useLocale();
  const day = (at: string) => momentInWords(new Date(at), locale, JAKARTA_DAY);
  const words = (
    <>
      <a href={`/desk/offices/${office.id}`}>{office.name}</a>{' '}
      <span className="soft small">
        {confirmedAt === null ? t('noNews.never') : t('noNews.since', { day: day(confirmedAt) })}
        {askedAt === undefined ? null : `; ${t('noNews.asked', { day: day(askedAt) })}`}
      </span>
    </>
  );
  return (
    <li>
      {askedAt === undefined ? (
        <Choice id={`news-${office.id}`} name="id" value={office.citySlug ?? ''}>
          {words}
        </Choice>
      ) : (
        words
      )}
    </li>
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
