import { ActionForm } from '#components/offices/action-form.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { ExchangeOutcome } from '#lib/exchanges/contract.ts';
import { Deed } from './deed.tsx';
import { outcomeFields } from './fields.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay, useFormWords } from './words.ts';

/** What came of it after 3 and 12 months, and who may read that. */
export function Outcomes(props: SectionProps) {
  const t = useTranslations('exchanges');
  const { exchange } = props;
  if (exchange.completedAt === null) return null;
  return (
    <Section title={t('outcome.title')} id="outcome" place="block" hint={t('outcome.lead')}>
      {exchange.outcomes.map((outcome) => (
        <Said key={outcome.month} {...props} outcome={outcome} />
      ))}
      {exchange.may.includes('check-outcome') ? <Check {...props} /> : null}
    </Section>
  );
}

const PARTS = ['changed', 'indicator', 'baseline', 'value', 'hard'] as const;

function Said({ outcome, ...props }: SectionProps & { outcome: ExchangeOutcome }) {
  const t = useTranslations('exchanges');
  const { exchange, timeZone } = props;
  const day = useDay(timeZone);
  return (
    <div className="mb-8">
      <h3>{t('outcome.after', { month: outcome.month, outcome: t(`outcome.word.${outcome.outcome}`) })}</h3>
      <Facts>
        {PARTS.filter((part) => outcome[part] !== '').map((part) => (
          <Fact key={part} label={t(`outcome.part.${part}`)}>
            <p className="whitespace-pre-wrap" dir="auto">
              {outcome[part]}
            </p>
          </Fact>
        ))}
      </Facts>
      <p className="source">
        {t('outcome.by', { city: cityOf(exchange, 'asking').name, date: day(outcome.saidAt) })}
      </p>
      <Consent {...props} outcome={outcome} />
    </div>
  );
}

/** Shown on the page of the practice once both cities let it be; each takes it back when it likes. */
function Consent({ exchange, actions, newCommandId, outcome }: SectionProps & { outcome: ExchangeOutcome }) {
  const t = useTranslations('exchanges');
  const { id, side, other, isReadOnly } = exchange;
  const mine = outcome.isShownBy[side];
  const theirs = outcome.isShownBy[side === 'asking' ? 'asked' : 'asking'];
  const state = mine ? (theirs ? 'both' : 'mine') : theirs ? 'theirs' : 'none';
  return (
    <>
      <p className="mt-4">{t(`consent.${state}`, { other: other.name })}</p>
      {isReadOnly ? null : (
        <Deed
          id={id}
          step="consent"
          isLine
          more={{ month: String(outcome.month), isShown: mine ? 'no' : 'yes' }}
          actions={actions}
          newCommandId={newCommandId}
        >
          {t(mine ? 'consent.stop' : 'consent.show', { month: outcome.month })}
        </Deed>
      )}
    </>
  );
}

function Check({ exchange, actions, newCommandId, timeZone }: SectionProps) {
  const t = useTranslations('exchanges');
  const day = useDay(timeZone);
  const words = useFormWords(t('do.save-outcome'));
  const { id, nextCheck, other } = exchange;
  if (nextCheck === null) return null;
  const { month, dueAt, isDue } = nextCheck;
  const form = (
    <ActionForm
      name="outcome"
      action={actions.saveOutcome}
      commandId={newCommandId()}
      hidden={{ id, month: String(month) }}
      fields={outcomeFields(t, other.name)}
      words={words}
      isLine
    />
  );
  if (!isDue) return <Fold summary={t('outcome.early', { month, date: day(dueAt) })}>{form}</Fold>;
  return (
    <>
      <h3 className="mb-4">{t('outcome.now', { month })}</h3>
      {form}
    </>
  );
}
