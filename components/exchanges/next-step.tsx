import { ActionForm } from '#components/offices/action-form.tsx';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { askAddress } from './address.ts';
import { Deed } from './deed.tsx';
import { datesField } from './fields.ts';
import { dateOf, type Next, nextOf } from './next.ts';
import { hasEnded } from './path.ts';
import type { SectionProps } from './section-props.ts';
import { useClock, useDay, useFormWords } from './words.ts';

/** What happens now, in a sentence, and one filled button that says what it does. */
export function NextStep(props: SectionProps) {
  const t = useTranslations('exchanges');
  const { exchange, timeZone } = props;
  const day = useDay(timeZone);
  const { own, other, size, brief, nextCheck, isReadOnly } = exchange;
  const next = nextOf(exchange);
  const words = {
    ...{ own: own.name, other: other.name, size },
    ...{ date: day(dateOf(exchange)), version: brief?.version ?? 0, month: nextCheck?.month ?? 12 },
  };
  return (
    <Section title={t('next.title')} id="next" place="block">
      <p className="read">{t(`next.${next}`, words)}</p>
      {isReadOnly && next !== 'all-done' ? (
        <p className="soft small mt-4">{t('readOnlyHere')}</p>
      ) : (
        <Doing {...props} next={next} words={words} />
      )}
      <Undo {...props} />
    </Section>
  );
}

type DoingProps = SectionProps & { next: Next; words: Record<string, string | number> };

/** The button of the step, where the reader has one to press. */
function Doing({ next, words, ...props }: DoingProps) {
  const t = useTranslations('exchanges');
  const { exchange, actions, newCommandId } = props;
  const common = { id: exchange.id, actions, newCommandId };
  if (next === 'answer-request') return <AnswerRequest {...props} />;
  if (hasEnded(exchange.state)) return <AskAgain {...props} />;
  if (next === 'write-answer' || next === 'write-brief' || next === 'say-outcome') {
    const target = { 'write-answer': '#answers', 'write-brief': '#agreement', 'say-outcome': '#outcome' }[
      next
    ];
    return (
      <Actions>
        <ButtonLink href={target}>{t(`do.${next}`, words)}</ButtonLink>
      </Actions>
    );
  }
  if (next === 'agree') {
    return (
      <Actions>
        <Deed {...common} step="agree" more={{ briefVersion: String(words.version) }}>
          {t('do.agree', words)}
        </Deed>
        <a href="#agreement">{t('do.read-brief')}</a>
      </Actions>
    );
  }
  if (next === 'begin' || next === 'complete' || next === 'end') {
    return (
      <Actions>
        <Deed {...common} step={next === 'begin' ? 'begin' : 'complete'}>
          {t(`do.${next}`, words)}
        </Deed>
      </Actions>
    );
  }
  return null;
}

/** Yes, other dates, or no: the same three as on the page of the mail. */
function AnswerRequest({ exchange, actions, newCommandId }: SectionProps) {
  const t = useTranslations('exchanges');
  const { id, other, size } = exchange;
  const common = { id, actions, newCommandId };
  return (
    <>
      <Actions>
        <Deed {...common} step="accept">
          {t('do.accept', { other: other.name, size })}
        </Deed>
        <Deed {...common} step="decline" isLine>
          {t('do.decline')}
        </Deed>
      </Actions>
      <p className="hint mt-2">{t('declineNote')}</p>
      <Fold summary={t('do.propose-dates')}>
        <ActionForm
          name="dates"
          action={actions.proposeDates}
          commandId={newCommandId()}
          hidden={{ id }}
          fields={[datesField(t)]}
          words={useFormWords(t('do.send-dates', { other: other.name }))}
          isLine
        />
      </Fold>
    </>
  );
}

function AskAgain({ exchange }: SectionProps) {
  const t = useTranslations('exchanges');
  const { own, other, need, practice, size, side } = exchange;
  if (other.formerSince !== null) return null;
  const about = side === 'asking' ? { need: need?.id, practice: practice?.id, size } : {};
  return (
    <p className="more">
      <a href={askAddress({ city: own.slug, with: other.slug, ...about })}>
        {t(side === 'asking' ? 'do.ask-again' : 'do.ask-them', { other: other.name })}
      </a>
      <a href={`/cities/${own.slug}/matches`}>{t('do.other-partners')}</a>
    </p>
  );
}

/** An answer can be taken back for ten minutes. */
function Undo({ exchange, timeZone, actions, newCommandId }: SectionProps) {
  const t = useTranslations('exchanges');
  const clock = useClock(timeZone);
  if (exchange.undoUntil === null || !exchange.may.includes('undo-answer')) return null;
  return (
    <div className="notice mt-6">
      <p>{t('undo.text', { time: clock(exchange.undoUntil), other: exchange.other.name })}</p>
      <Deed id={exchange.id} actions={actions} newCommandId={newCommandId} step="undo-answer" isLine>
        {t('undo.button')}
      </Deed>
    </div>
  );
}
