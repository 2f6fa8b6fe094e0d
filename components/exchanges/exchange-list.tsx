import { momentInWords } from '#components/cities/day.ts';
import { CityName } from '#components/site/city-name.tsx';
import { Local } from '#components/site/local.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import { exchangeAddress } from './address.ts';
import { dateOf, nextOf, turnOf } from './next.ts';
import { useDay } from './words.ts';

type Props = { city: { slug: string; name: string; timeZone: string }; exchanges: ExchangeCard[] };

/** All exchanges of one's city: what waits for it first, in the order of dates. */
export function ExchangeListPage({ city, exchanges }: Props) {
  const t = useTranslations('exchanges.list');
  const ask = useTranslations('exchanges.ask');
  const c = useTranslations('common');
  const of = (turn: ReturnType<typeof turnOf>) => exchanges.filter((one) => turnOf(one) === turn);
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/our-city', label: c('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('title')}
        under={t('lead')}
      />
      {exchanges.length === 0 ? (
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
          <p className="do">
            <a className="btn" href={`/cities/${city.slug}/matches`}>
              {ask('partners')}
            </a>
          </p>
        </Empty>
      ) : (
        <>
          <Section title={t('ours')}>
            {of('ours').length === 0 ? <Empty title={t('nothingOurs')} /> : null}
            <WaitingExchanges exchanges={of('ours')} timeZone={city.timeZone} />
          </Section>
          <FurtherExchanges title={t('theirs')} exchanges={of('theirs')} timeZone={city.timeZone} />
          <FurtherExchanges title={t('ended')} exchanges={of('ended')} timeZone={city.timeZone} />
        </>
      )}
    </>
  );
}

type ListProps = { exchanges: ExchangeCard[]; timeZone: string };

/** On the city's own page: those of which another city is waited for. */
export function NewsFromOthers({ exchanges, timeZone }: ListProps) {
  const t = useTranslations('exchanges.list');
  const theirs = exchanges.filter((one) => turnOf(one) === 'theirs');
  return <FurtherExchanges title={t('theirs')} exchanges={theirs} timeZone={timeZone} />;
}

/** By date, each with what it waits for; the first answer that is waited for has the filled button. */
export function WaitingExchanges({ exchanges, timeZone }: ListProps) {
  const sorted = exchanges.toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
  if (sorted.length === 0) return null;
  return (
    <ol className="ledger">
      {sorted.map((exchange) => (
        <WaitingExchange key={exchange.id} exchange={exchange} timeZone={timeZone} />
      ))}
    </ol>
  );
}

export function WaitingExchange({ exchange, timeZone }: { exchange: ExchangeCard; timeZone: string }) {
  const t = useTranslations('exchanges');
  const language = useLocale();
  const next = nextOf(exchange);
  const date = new Date(dateOf(exchange));
  const words = { other: exchange.other.name, size: exchange.size };
  return (
    <li>
      <p className="date">
        {momentInWords(date, language, { day: 'numeric', timeZone })}
        <span>{momentInWords(date, language, { month: 'short', timeZone })}</span>
      </p>
      <div className="what">
        <h3>{t(`short.${next}`, words)}</h3>
        <p className="soft">
          <About exchange={exchange} />
        </p>
      </div>
      <p className="act">
        <a className={next === 'answer-request' ? 'btn' : undefined} href={exchangeAddress(exchange.id)}>
          {t.has(`act.${next}`) ? t(`act.${next}`, words) : t('list.open', words)}
        </a>
      </p>
    </li>
  );
}

/** What kind it is and about what: the title as it stands in its record. */
function About({ exchange }: { exchange: ExchangeCard }) {
  const t = useTranslations('exchanges');
  const { size, subject } = exchange;
  return (
    <>
      {t('list.about', { size })}
      {subject === null ? null : (
        <>
          : <Local of={subject} />
        </>
      )}
    </>
  );
}

/** Those in which nothing waits for us. */
function FurtherExchanges({ title, exchanges, timeZone }: ListProps & { title: string }) {
  const t = useTranslations('exchanges');
  const day = useDay(timeZone);
  if (exchanges.length === 0) return null;
  return (
    <Section title={title} place="block">
      <Records isBare>
        {exchanges.map((exchange) => (
          <RecordItem
            key={exchange.id}
            href={exchangeAddress(exchange.id)}
            title={<CityName city={exchange.other} />}
            say={<About exchange={exchange} />}
            source={`${t(`short.${nextOf(exchange)}`, { other: exchange.other.name, size: exchange.size })}, ${t(
              exchange.dueAt === null ? 'list.since' : 'list.by',
              { date: day(exchange.dueAt ?? exchange.movedAt) },
            )}`}
          />
        ))}
      </Records>
    </Section>
  );
}
