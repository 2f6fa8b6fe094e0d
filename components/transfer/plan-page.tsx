import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import { type ImportSeen, ROW_STATES } from '#lib/transfer/contract.ts';
import { OurCityTitle } from './export-page.tsx';
import { FileForm } from './file-form.tsx';
import { PlanRows } from './plan-rows.tsx';

type Action = (data: FormData) => Promise<void>;
export type PlanPageProps = {
  seen: ImportSeen;
  name: string;
  citySlug: string;
  commandIds: { check: string; take: string };
  actions: { check: Action; take: Action };
  told: string | undefined;
  problem: string | undefined;
  problemRow: string | undefined;
};

/** What a file would do, record by record, and the button that does it; afterwards what it did. */
export function PlanPage(props: PlanPageProps) {
  const { seen, name, told } = props;
  const t = useTranslations('transfer.plan');
  if (seen.state === 'done') return <Done seen={seen} name={name} told={told} />;
  const of = (state: (typeof ROW_STATES)[number]) => seen.rows.filter((row) => row.state === state);
  const count = seen.counts.new + seen.counts.changed;
  return (
    <>
      <OurCityTitle title={t('title')} under={t('under')} name={name} />
      {told === 'changed' || told === 'refused' || told === 'unavailable' ? (
        <div className="notice notice--error mb-8" role="alert">
          <p>{t(`told.${told}`)}</p>
        </div>
      ) : null}
      <p className="lead">{t('counts', { count })}</p>
      <ul className="plancounts">
        {ROW_STATES.map((state) => (
          <li key={state}>
            <strong>{seen.counts[state]}</strong> {t(`state.${state}`)}
          </li>
        ))}
      </ul>
      <Notes seen={seen} />
      {seen.counts.refused > 0 ? <Refused {...props} /> : null}
      {seen.counts.refused === 0 ? <Take {...props} count={count} /> : null}
      {seen.counts.changed > 0 ? (
        <Section title={t('changed.title')} place="block" hint={t('changed.text')}>
          <PlanRows rows={of('changed')} />
        </Section>
      ) : null}
      {seen.counts.new > 0 ? (
        <Section title={t('new.title')} place="block">
          <PlanRows rows={of('new')} />
        </Section>
      ) : null}
    </>
  );
}

/** What is not taken over is said before anything is done. */
function Notes({ seen: { notes } }: { seen: ImportSeen }) {
  const t = useTranslations('transfer.plan');
  const format = useFormatter();
  const list = (words: readonly string[]) => format.list(words, { type: 'conjunction' });
  const { toldColumns = [], toldFacts = [] } = notes;
  const parts = notes.leftOut.filter((part) => t.has(`part.${part}`)).map((part) => t(`part.${part}`));
  const said = [
    ...(notes.encoding === 'windows-1252' ? [t('windows-1252')] : []),
    ...(notes.unknownColumns.length > 0 ? [t('unknownColumns', { names: list(notes.unknownColumns) })] : []),
    ...(parts.length > 0 ? [t('leftOut', { parts: list(parts) })] : []),
    ...(toldColumns.length > 0 ? [t('toldColumns', { names: list(toldColumns) })] : []),
    ...(toldFacts.length > 0 ? [t('toldFacts', { names: list(toldFacts) })] : []),
  ];
  return said.length === 0 ? null : (
    <div className="notice">
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Take({ seen, count, commandIds, actions }: PlanPageProps & { count: number }) {
  const t = useTranslations('transfer.plan');
  if (count === 0) {
    return (
      <Section title={t('do.title')} place="block">
        <p>{t('do.nothing')}</p>
        <Another />
      </Section>
    );
  }
  return (
    <Section title={t('do.title')} place="block">
      <p>{t('do.text')}</p>
      <form action={actions.take}>
        <input type="hidden" name="commandId" value={commandIds.take} />
        <input type="hidden" name="id" value={seen.id} />
        <input type="hidden" name="stamp" value={seen.stamp} />
        <Actions>
          <Button>{t('do.button', { count })}</Button>
          <a href="/our-city/import">{t('another')}</a>
        </Actions>
      </form>
    </Section>
  );
}

function Refused({ seen, citySlug, commandIds, actions, problem, problemRow }: PlanPageProps) {
  const t = useTranslations('transfer.plan');
  const file = `/our-city/import/${seen.id}/refused`;
  return (
    <Section title={t('refused.title')} place="block" hint={t('refused.text')}>
      <PlanRows rows={seen.rows.filter((row) => row.state === 'refused')} />
      <p className="mt-8 mb-8">
        <a href={file} download>
          {t('refused.get')}
        </a>
        {' · '}
        <a href={`${file}?separator=semicolon`} download>
          {t('refused.getSemicolon')}
        </a>
      </p>
      <FileForm
        action={actions.check}
        hidden={{ commandId: commandIds.check, city: citySlug, into: seen.id }}
        words={{ label: t('refused.file'), send: t('refused.send') }}
        problem={problem}
        problemRow={problemRow}
      />
      <Another />
    </Section>
  );
}

function Another() {
  const t = useTranslations('transfer.plan');
  return (
    <p className="more">
      <a href="/our-city/import">{t('another')}</a>
    </p>
  );
}

function Done({ seen, name, told }: { seen: ImportSeen; name: string; told: string | undefined }) {
  const t = useTranslations('transfer.plan');
  const { facts = 0, ...counts } = seen.outcome ?? { new: 0, changed: 0, unchanged: 0 };
  const drafts = counts.new + counts.changed - facts;
  return (
    <>
      <OurCityTitle title={t('done.title')} under={t('done.under', counts)} name={name} />
      {told === 'done' ? (
        <div className="notice mb-8" role="status">
          <p>{t('gone')}</p>
        </div>
      ) : null}
      {drafts > 0 ? <p className="read">{t('done.next')}</p> : null}
      {facts > 0 ? (
        <p className="read">
          {t.rich('done.facts', { count: facts, a: (words) => <a href="/our-city/facts">{words}</a> })}
        </p>
      ) : null}
      <Actions>
        <ButtonLink href="/our-city">{t('done.link')}</ButtonLink>
        <a href="/our-city/import">{t('another')}</a>
      </Actions>
    </>
  );
}
