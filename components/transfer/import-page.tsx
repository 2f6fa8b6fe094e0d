import { DataTable } from '#components/ui/data-table.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useTranslations } from '#i18n/words.ts';
import { FACT_FORMS, FACT_KEYS } from '#lib/cities/contract.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { CARRIED } from '#lib/transfer/contract.ts';
import { OurCityTitle } from './export-page.tsx';
import { columnName } from './field-words.ts';
import { FileForm } from './file-form.tsx';

type Props = {
  name: string;
  citySlug: string;
  commandId: string;
  action: (data: FormData) => Promise<void>;
  problem: string | undefined;
  problemRow: string | undefined;
  /** Values of the fields that have a choice. */
  choices: Record<string, readonly string[]>;
};

/** Where a file with records is sent, and what it can hold. */
export function ImportPage({ name, citySlug, commandId, action, problem, problemRow, choices }: Props) {
  const t = useTranslations('transfer.import');
  return (
    <>
      <OurCityTitle title={t('title')} under={t('under')} name={name} />
      <FileForm
        action={action}
        hidden={{ commandId, city: citySlug }}
        words={{ label: t('file'), hint: t('fileHint'), send: t('check') }}
        problem={problem}
        problemRow={problemRow}
      />
      <div className="block">
        <div className="read prose">
          <p>{t('ways')}</p>
          <p>{t('notTaken')}</p>
          <p>{t.rich('start', { a: (words) => <a href="/our-city/export">{words}</a> })}</p>
        </div>
        <Fold summary={t('columns.title')}>
          <p className="read">{t('columns.text')}</p>
          <Columns kind="practice" choices={choices} />
          <Columns kind="need" choices={choices} />
          <FactColumns />
        </Fold>
      </div>
    </>
  );
}

function Columns({ kind, choices }: { kind: DraftKind; choices: Props['choices'] }) {
  const t = useTranslations('transfer.import.columns');
  const w = useTranslations('writing.field');
  const needed = (field: string) => (field === 'title' ? t('required') : '');
  const rows = [
    { key: 'id', cells: ['id', t('id'), ''] },
    { key: 'language', cells: ['language', t('language'), (choices.language ?? []).join(', ')] },
    ...CARRIED[kind].map((field) => ({
      key: field,
      cells: [
        columnName(field),
        w(`${kind}.${field}.label`),
        field === 'topics' ? t('topics') : (choices[field] ?? []).join(', ') || needed(field),
      ],
    })),
  ];
  return (
    <DataTable
      caption={t(kind)}
      isStacked
      columns={[
        { key: 'name', label: t('name') },
        { key: 'means', label: t('means') },
        { key: 'values', label: t('values') },
      ]}
      rows={rows}
    />
  );
}

/** A table of facts has one row a fact; which values it can have, the fact says. */
function FactColumns() {
  const t = useTranslations('transfer.import.columns');
  const fields = useTranslations('transfer.fact');
  const labels = useTranslations('facts.label');
  const valuesOf = (key: (typeof FACT_KEYS)[number]) => {
    const form = FACT_FORMS[key];
    return form.as === 'number' ? t('number') : form.values.join(', ');
  };
  const rows = [
    { key: 'fact', cells: ['fact', t('factName'), FACT_KEYS.join(', ')] },
    ...FACT_KEYS.map((key) => ({
      key,
      cells: ['value', t('valueOf', { fact: labels(key) }), valuesOf(key)],
    })),
    ...CARRIED.fact
      .filter((field) => field !== 'value')
      .map((field) => ({
        key: field,
        cells: [columnName(field), fields(field), field === 'sourceUrl' ? '' : t('withNumber')],
      })),
  ];
  return (
    <DataTable
      caption={t('fact')}
      isStacked
      columns={[
        { key: 'name', label: t('name') },
        { key: 'means', label: t('means') },
        { key: 'values', label: t('values') },
      ]}
      rows={rows}
    />
  );
}
