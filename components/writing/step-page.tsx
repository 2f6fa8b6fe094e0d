import type { ReactNode } from 'react';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Draft } from '#lib/drafts/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { editAddress, ownAddress } from './address.ts';
import { storeOf } from './device-texts.ts';
import { useFieldViews } from './field-views.ts';
import type { Values } from './form-state.ts';
import { StepForm } from './step-form.tsx';
import { useStepWords } from './step-words.ts';
import { STEPS, type Step } from './steps.ts';

type Props = {
  draft: Draft;
  place: string;
  step: Step;
  topics: Topic[];
  /** Codes that the text speaks of, most first. */
  suggested: string[];
  /** Tells persons on one device apart. */
  personTag: string;
  action: Parameters<typeof StepForm>[0]['action'];
  autosave: Parameters<typeof StepForm>[0]['autosave'];
  autosaveField: string;
  /** What others have that is close to this. */
  close: ReactNode;
  /** In place of the fields, where the step has a form of its own. */
  form?: ReactNode | undefined;
};

/** One step of a record: its question, the other steps, and what is close to it. */
export function StepPage(props: Props) {
  const { draft, place, step, topics, suggested, personTag, action, autosave, autosaveField, close } = props;
  const t = useTranslations('writing');
  const c = useTranslations('common');
  const pageLanguage = useLocale();
  const words = useStepWords();
  const views = useFieldViews(draft.kind, topics, suggested);
  const links = useWaysOn(draft, step);
  const steps = STEPS[draft.kind];
  const number = steps.indexOf(step) + 1;
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/our-city', label: c('ourCity') },
          { href: ownAddress(draft.kind, draft.id), label: titleOf(draft) },
        ]}
        crumbsLabel={c('breadcrumbs')}
        over={t(`stepOf.${draft.kind}`, { number, count: steps.length })}
        title={t(`step.${draft.kind}.${step.key}`)}
      />
      <Columns>
        {props.form ?? (
          <StepForm
            key={step.key}
            action={action}
            autosave={autosave}
            autosaveField={autosaveField}
            hidden={{ place, id: draft.id, step: step.key }}
            version={draft.version}
            savedAt={draft.savedAt}
            fields={views(step)}
            values={formValuesOf(draft, step, suggested)}
            language={draft.language}
            pageLanguage={pageLanguage}
            store={storeOf(draft, personTag, step)}
            words={words}
            links={links}
          />
        )}
        <div>
          <Steps draft={draft} here={step} />
          {close}
        </div>
      </Columns>
    </>
  );
}

/** Ways on from a step without saving. */
export function useWaysOn(draft: Draft, step: Step): { href: string; label: string }[] {
  const t = useTranslations('writing');
  const steps = STEPS[draft.kind];
  const before = steps[steps.indexOf(step) - 1];
  return [
    ...(before ? [{ href: editAddress(draft.kind, draft.id, before.key), label: t('back') }] : []),
    { href: ownAddress(draft.kind, draft.id), label: t('toCheck') },
  ];
}

function Steps({ draft, here }: { draft: Draft; here: Step }) {
  const t = useTranslations('writing');
  return (
    <Section title={t('steps')}>
      <ol className="numbered small">
        {STEPS[draft.kind].map((step) => (
          <li key={step.key}>
            <a
              href={editAddress(draft.kind, draft.id, step.key)}
              aria-current={step.key === here.key ? 'step' : undefined}
            >
              {t(`step.${draft.kind}.${step.key}`)}
            </a>{' '}
            <span className="soft">{isWritten(draft, step) ? t('written') : t('empty')}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function titleOf(draft: Draft): string {
  return String(draft.content.title ?? '—');
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];

export function isWritten(draft: Draft, step: Step): boolean {
  return step.fields.some(({ name }) => name !== 'language' && listOf(draft.content[name]).length > 0);
}

const PRESET = 3;

/** What the form shows at first. Before any topic is chosen, those that the text speaks of most are ticked. */
export function formValuesOf(draft: Draft, step: Step, suggested: readonly string[]): Values {
  return Object.fromEntries(
    step.fields.map((field) => {
      if (field.name === 'language') return [field.name, [draft.language]];
      const list = listOf(draft.content[field.name]);
      if (field.as === 'topics' && list.length === 0) return [field.name, suggested.slice(0, PRESET)];
      if (field.as === 'radio' && list.length === 0) return [field.name, [field.values[0] ?? '']];
      return [field.name, list];
    }),
  );
}
