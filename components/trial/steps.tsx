import { useTranslations } from '#i18n/words.ts';
import { TRIAL_STEPS, type TrialStep } from '#lib/trial/contract.ts';

type Props = { done: readonly TrialStep[]; here: TrialStep; isOpen: boolean };

/** The way through the trial: what has really happened is ticked. At a city's desk each step can be opened. */
export function Steps({ done, here, isOpen }: Props) {
  const t = useTranslations('trial');
  return (
    <nav aria-label={t('steps')}>
      <ol className="steps">
        {TRIAL_STEPS.map((step, place) => (
          <li key={step} className={step === here ? 'here' : undefined}>
            <StepNumber number={place + 1} />
            {step === here ? (
              <span aria-current="step">{t(`step.${step}`)}</span>
            ) : isOpen ? (
              <a href={`/try?step=${step}`}>{t(`step.${step}`)}</a>
            ) : (
              <span>{t(`step.${step}`)}</span>
            )}
            {done.includes(step) ? <p className="tick">{t('done')}</p> : null}
          </li>
        ))}
      </ol>
      <p className="soft small">{t('doneOf', { done: done.length, all: TRIAL_STEPS.length })}</p>
    </nav>
  );
}

/** "Step 3 of 5" on a phone, where only one is seen; else the number. */
function StepNumber({ number }: { number: number }) {
  const t = useTranslations('trial');
  return (
    <span className="number">
      {t.rich('stepNumber', {
        number,
        all: TRIAL_STEPS.length,
        i: (words) => <i key={String(words)}>{words}</i>,
      })}
    </span>
  );
}
