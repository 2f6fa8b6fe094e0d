import { momentInWords, SECRETARIAT_ZONE } from '#components/cities/day.ts';
import { More } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { type CountryBalance, type StandingExchange, UNANSWERED_DAYS } from '#lib/exchanges/contract.ts';
import { DeskTitle } from './desk-title.tsx';

type Props = { standings: StandingExchange[]; balance: CountryBalance[] };

/** Exchanges of the cities that a secretariat serves: that they are there, never what is in them or how they ended. */
export function DeskExchanges({ standings, balance }: Props) {
  const t = useTranslations('desk.exchanges');
  return (
    <>
      <DeskTitle title={t('title')} under={t('under')} />
      <WaitingLong standings={standings} />
      <Section title={t('all.title')} place="block" hint={t('all.hint')}>
        {standings.length === 0 ? <p>{t('all.none')}</p> : <Standings standings={standings} />}
        {standings.length === 0 ? null : (
          <More>
            <a href="/desk/exchanges/export">{t('export')}</a>{' '}
            <a href="/desk/exchanges/export?separator=semicolon">{t('exportSemicolon')}</a>
          </More>
        )}
      </Section>
      <Section title={t('balance.title')} place="block" hint={t('balance.hint')}>
        {balance.length === 0 ? <p>{t('all.none')}</p> : <Balance balance={balance} />}
      </Section>
    </>
  );
}

/** Requests without an answer for two weeks or longer, in the order of the alphabet. */
export function WaitingLong({ standings }: { standings: StandingExchange[] }) {
  const t = useTranslations('desk.exchanges');
  const language = useLocale();
  const waiting = inOrder(
    standings.filter(({ isLong }) => isLong),
    language,
  );
  return (
    <Section title={t('waiting.title')} id="exchanges" place="block">
      {waiting.length === 0 ? (
        <p>{t('waiting.none', { days: UNANSWERED_DAYS })}</p>
      ) : (
        <Standings standings={waiting} />
      )}
      <p className="source">{t('waiting.hint', { days: UNANSWERED_DAYS })}</p>
    </Section>
  );
}

const inOrder = (standings: StandingExchange[], language: string) =>
  [...standings].sort(
    (one, other) =>
      one.asking.name.localeCompare(other.asking.name, language) ||
      one.asked.name.localeCompare(other.asked.name, language),
  );

function Standings({ standings }: { standings: StandingExchange[] }) {
  const t = useTranslations('desk.exchanges');
  const language = useLocale();
  const day = (at: string) =>
    momentInWords(new Date(at), language, { dateStyle: 'long', timeZone: SECRETARIAT_ZONE });
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'pair', label: t('column.pair') },
        { key: 'size', label: t('column.size') },
        { key: 'asked', label: t('column.asked') },
        { key: 'stands', label: t('column.stands') },
      ]}
      rows={standings.map(({ id, asking, asked, size, isOpen, askedAt, waitsSince }) => ({
        key: id,
        cells: [
          t.rich('pair', {
            asking: () => (
              <a key="asking" href={`/cities/${asking.slug}`}>
                {asking.name}
              </a>
            ),
            asked: () => (
              <a key="asked" href={`/cities/${asked.slug}`}>
                {asked.name}
              </a>
            ),
          }),
          t(`size.${size}`),
          day(askedAt),
          waitsSince === null ? t(isOpen ? 'open' : 'closed') : t('waits', { day: day(waitsSince) }),
        ],
      }))}
    />
  );
}

function Balance({ balance }: { balance: CountryBalance[] }) {
  const t = useTranslations('desk.exchanges');
  const c = useTranslations('common.country');
  const language = useLocale();
  const rows = balance
    .map((row) => ({ ...row, name: c(row.country) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  const number = new Intl.NumberFormat(language);
  return (
    <DataTable
      columns={[
        { key: 'country', label: t('column.country') },
        { key: 'asking', label: t('column.asking'), isNumber: true },
        { key: 'askedOf', label: t('column.askedOf'), isNumber: true },
        { key: 'open', label: t('column.open'), isNumber: true },
      ]}
      rows={rows.map(({ country, name, asking, asked, open }) => ({
        key: country,
        cells: [name, number.format(asking), number.format(asked), number.format(open)],
      }))}
    />
  );
}
