import { momentInWords } from '#components/cities/day.ts';
import { Columns } from '#components/ui/columns.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import type { FieldView } from '#components/writing/fields.tsx';
import type { StepWords } from '#components/writing/step-form.tsx';
import { StepForm } from '#components/writing/step-form.tsx';
import { useStepWords } from '#components/writing/step-words.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { FACT_FORMS, type FactKey } from '#lib/cities/contract.ts';
import type { OwnFact } from '#lib/facts/contract.ts';
import { FACTS_ADDRESS } from './address.ts';
import { type FactAction, FactDeed } from './fact-deed.tsx';
import { useFactValue } from './fact-words.tsx';
import { Whose } from './facts-page.tsx';

type Form = Parameters<typeof StepForm>[0];
type Props = {
  /** With the content that the form begins with. */
  fact: OwnFact;
  maySpeak: boolean;
  /** Tells persons on one device apart. */
  personTag: string;
  action: Form['action'];
  autosave: Form['autosave'];
  autosaveField: string;
  deed: FactAction;
  newCommandId: () => string;
  /** `claim`: where the reader came from, and is led back to. */
  from: 'claim' | undefined;
};

/** One fact: its value, year and source on one page, saved while one types. */
export function FactEditPage(props: Props) {
  const { fact, maySpeak, personTag, action, autosave, autosaveField, from } = props;
  const { key } = fact;
  const t = useTranslations('facts');
  const c = useTranslations('common');
  const pageLanguage = useLocale();
  const step = useStepWords();
  const words: StepWords = { ...step, save: t(maySpeak ? 'edit.state' : 'edit.keep') };
  const { value, year, sourceTitle, sourceUrl } = fact.content;
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/our-city', label: c('ourCity') },
          { href: FACTS_ADDRESS, label: t('title') },
        ]}
        crumbsLabel={c('breadcrumbs')}
        title={t(`edit.title.${key}`)}
        under={t(maySpeak ? 'edit.stateText' : 'edit.keepText')}
      />
      <Columns>
        <StepForm
          action={action}
          autosave={autosave}
          autosaveField={autosaveField}
          hidden={{ place: from ?? 'facts', id: key, step: 'fact' }}
          version={fact.version}
          savedAt={fact.savedAt ?? ''}
          fields={useViews(key, fact.compiled?.source != null)}
          values={{ value, year: [year], sourceTitle: [sourceTitle], sourceUrl: [sourceUrl] }}
          language={pageLanguage}
          pageLanguage={pageLanguage}
          store={`fact.${personTag}.${key}`}
          words={words}
          links={[{ href: FACTS_ADDRESS, label: t('back') }]}
        />
        <Beside {...props} />
      </Columns>
    </>
  );
}

function useViews(key: FactKey, isCompiled: boolean): FieldView[] {
  const t = useTranslations('facts');
  const v = useTranslations('vocabulary');
  const form = FACT_FORMS[key];
  const words = {
    name: 'value',
    label: t(`edit.value.${key}`),
    hint: t.has(`edit.hint.${key}`) ? t(`edit.hint.${key}`) : undefined,
  };
  const isFigure = form.as === 'number';
  const value: FieldView = isFigure
    ? { ...words, as: 'number', maxLength: 40 }
    : {
        ...words,
        as: form.as === 'one' ? 'radio' : 'check',
        options: form.values.map((one) => ({
          value: one,
          label: form.as === 'one' ? t(`value.${key}.${one}`) : v(`languageName.${one}`),
        })),
      };
  return [
    value,
    {
      as: 'year',
      name: 'year',
      label: t(isFigure ? 'edit.year' : 'edit.yearOptional'),
      hint: isFigure ? t('edit.yearHint') : undefined,
      maxLength: 4,
    },
    {
      as: 'line',
      name: 'sourceTitle',
      label: t(isFigure ? 'edit.sourceTitle' : 'edit.sourceTitleOptional'),
      hint: t(isCompiled ? 'edit.sourceTitleHintCompiled' : 'edit.sourceTitleHint'),
      maxLength: 200,
    },
    { as: 'link', name: 'sourceUrl', label: t('edit.sourceUrl'), maxLength: 2000 },
  ];
}

/** What readers see, and what else can be done with it. */
function Beside({ fact, maySpeak, deed, newCommandId, from }: Props) {
  const t = useTranslations('facts');
  const inWords = useFactValue();
  const { shown, compiled, draft, isRemoved } = fact;
  const common = { action: deed, fact, to: from };
  return (
    <div>
      <Section title={t('now')}>
        <p>{shown === null ? t(isRemoved ? 'removed' : 'unknown') : inWords(shown)}</p>
        {shown === null ? null : (
          <p className="source">
            <Whose fact={shown} />
          </p>
        )}
        {maySpeak && shown?.origin === 'compiled' && draft === null ? (
          <>
            <p className="mt-6">{t('confirmText')}</p>
            <FactDeed {...common} verb="confirm" commandId={newCommandId()} look="line">
              {t('confirm')}
            </FactDeed>
          </>
        ) : null}
        {maySpeak && isRemoved && draft === null ? (
          <FactDeed {...common} verb="undo" commandId={newCommandId()} look="line">
            {t('undo')}
          </FactDeed>
        ) : null}
        {maySpeak && shown !== null && draft === null ? (
          <Fold summary={t('remove')}>
            <p>{t('removeText')}</p>
            <FactDeed {...common} verb="remove" commandId={newCommandId()} look="line">
              {t('remove')}
            </FactDeed>
          </Fold>
        ) : null}
        {draft === null ? null : (
          <Fold summary={t('discard')}>
            <p>{t('discardText')}</p>
            <FactDeed {...common} verb="discard" commandId={newCommandId()} look="line">
              {t('discard')}
            </FactDeed>
          </Fold>
        )}
      </Section>
      {compiled === null || shown?.origin === 'compiled' ? null : (
        <Section title={t('compiledTitle')} place="block">
          <p>{inWords(compiled)}</p>
          <p className="source">
            <Whose fact={compiled} />
          </p>
        </Section>
      )}
      <History fact={fact} />
    </div>
  );
}

function History({ fact: { history } }: { fact: OwnFact }) {
  const t = useTranslations('facts.historyLine');
  const f = useTranslations('facts');
  const language = useLocale();
  const inWords = useFactValue();
  if (history.length === 0) return null;
  return (
    <Section title={f('history')} place="block">
      <ul className="plainlist small">
        {history.map(({ version, state, fact, at }) => (
          <li key={version}>
            {t(state, {
              date: momentInWords(new Date(at), language),
              value: fact === null ? '' : inWords(fact),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
