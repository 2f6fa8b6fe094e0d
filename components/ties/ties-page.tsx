import type { ReactNode } from 'react';
import { TieSource } from '#components/matching/ties-of-match.tsx';
import { Local } from '#components/site/local.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OwnTie, SAID_STATES } from '#lib/ties/contract.ts';

type Said = (typeof SAID_STATES)[number];
type Acting = { act: (data: FormData) => Promise<void>; newCommandId: () => string; maySpeak: boolean };
type Props = Acting & { ties: OwnTie[]; done: string | undefined; form: ReactNode };

/** The city's ties: what public sources and cities say, and a form for one more. */
export function TiesPage({ ties, done, form, ...acting }: Props) {
  const t = useTranslations('ties');
  const common = useTranslations('common');
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/our-city', label: common('ourCity') }]}
        crumbsLabel={common('breadcrumbs')}
        title={t('title')}
        under={t('under')}
      />
      {done === 'added' || done === 'set' ? (
        <div className="notice mb-8" role="status">
          <p>{t(`done.${done}`)}</p>
        </div>
      ) : null}
      <Section title={t('list')}>
        {ties.length === 0 ? <p>{t('none')}</p> : <TieTable ties={ties} {...acting} />}
        <p className="source">{t('restsWhen')}</p>
      </Section>
      <Section title={t('add.title')} id="add" place="block">
        {acting.maySpeak ? form : <p className="soft">{t('staff')}</p>}
      </Section>
    </>
  );
}

function TieTable({ ties, ...acting }: Acting & { ties: OwnTie[] }) {
  const t = useTranslations('ties');
  return (
    <DataTable
      isStacked
      columns={(['city', 'what', 'year', 'state', 'source'] as const).map((key) => ({
        key,
        label: t(`column.${key}`),
      }))}
      rows={ties.map((tie) => ({
        key: tie.id,
        cells: [
          <a key="city" href={`/cities/${tie.other.slug}`}>
            {tie.other.name}
          </a>,
          <div key="what">
            {t(`kind.${tie.kind}`)}
            <p className="soft small">
              <Local of={{ ...tie.subject, isUncheckedTranslation: false }} />
            </p>
          </div>,
          tie.year ?? t('noYear'),
          <div key="state">
            {t(tie.isRemoved ? 'removed' : `state.${tie.state}`)}
            {tie.isOwn && acting.maySpeak ? <Saying tie={tie} {...acting} /> : null}
          </div>,
          <TieSource key="source" tie={tie} />,
        ],
      }))}
    />
  );
}

/** What else the city can say of its own tie. */
function Saying({ tie, act, newCommandId }: Acting & { tie: OwnTie }) {
  const t = useTranslations('ties');
  const other: Said = tie.state === 'active' ? 'resting' : 'active';
  const offered: [Said, string][] = tie.isRemoved
    ? [['active', t('act.back')]]
    : [
        [other, t(`act.${other}`)],
        ['removed', t('act.removed')],
      ];
  return (
    <form action={act} className="do">
      <input type="hidden" name="id" value={tie.id} />
      <input type="hidden" name="commandId" value={newCommandId()} />
      {offered.map(([state, words]) => (
        <Button key={state} isLine name="state" value={state}>
          {words} <span className="hide">{tie.other.name}</span>
        </Button>
      ))}
    </form>
  );
}
