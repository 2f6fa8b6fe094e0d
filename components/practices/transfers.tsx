import { momentInWords } from '#components/cities/day.ts';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Transfer } from '#lib/exchanges/contract.ts';

/** Where a practice went and what came of it, in the words of who took it up. Nothing where nothing is shown yet. */
export function Transfers({ transfers }: { transfers: Transfer[] }) {
  const t = useTranslations('transfers');
  if (transfers.length === 0) return null;
  return (
    <div className="rest mt-12 md:mt-16">
      <Section title={t('title')} id="where-it-went" hint={t('hint')}>
        <Records>
          {transfers.map((transfer) => (
            <One key={transfer.id} transfer={transfer} />
          ))}
        </Records>
      </Section>
    </div>
  );
}

function One({ transfer }: { transfer: Transfer }) {
  const t = useTranslations('transfers');
  const { to, month, outcome, changed, hard, language } = transfer;
  const day = momentInWords(new Date(transfer.saidAt), useLocale());
  const said = (words: string, text: string) =>
    text === '' ? null : (
      <>
        {words}{' '}
        <span lang={language} dir="auto">
          {text}
        </span>
      </>
    );
  return (
    <RecordItem
      kind={outcome === 'not-continued' ? 'open' : 'filled'}
      where={t(`outcome.${outcome}`)}
      title={<CityAndCountry city={to} />}
      href={`/cities/${to.slug}`}
      say={said(t('changed'), changed)}
      why={
        <>
          <Result transfer={transfer} />
          {said(t('hard'), hard)}
        </>
      }
      source={t('said', { city: to.name, month, day })}
    />
  );
}

function Result({ transfer: { indicator, baseline, value, language } }: { transfer: Transfer }) {
  const t = useTranslations('transfers');
  if (indicator === '') return null;
  const cell = (text: string) =>
    text === '' ? (
      t('unknown')
    ) : (
      <span lang={language} dir="auto">
        {text}
      </span>
    );
  return (
    <DataTable
      columns={[
        { key: 'indicator', label: t('indicator') },
        { key: 'before', label: t('before'), isNumber: true },
        { key: 'after', label: t('after'), isNumber: true },
      ]}
      rows={[{ key: 'one', cells: [cell(indicator), cell(baseline), cell(value)] }]}
    />
  );
}
