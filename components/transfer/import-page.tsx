import { DataTable } from '#components/ui/data-table.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useTranslations } from '#i18n/words.ts';
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
  /** Values of the fields that have a choice. */
  choices: Record<string, readonly string[]>;
};

/** Where a file with records is sent, and what it can hold. */
export function ImportPage({ name, citySlug, commandId, action, problem, choices }: Props) {
  const t = useTranslations('transfer.import');
  return (
    <>
      <OurCityTitle title={t('title')} under={t('under')} name={name} />
      <FileForm
        action={action}
        hidden={{ commandId, city: citySlug }}
        words={{ label: t('file'), hint: t('fileHint'), send: t('check') }}
        problem={problem}
      />
      <div className="block">
        <div className="read prose">
          <p>{t('ways')}</p>
          <p>{t('notFacts')}</p>
          <p>{t.rich('start', { a: (words) => <a href="/our-city/export">{words}</a> })}</p>
        </div>
        <Fold summary={t('columns.title')}>
          <p className="read">{t('columns.text')}</p>
          <Columns kind="practice" choices={choices} />
          <Columns kind="need" choices={choices} />
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
