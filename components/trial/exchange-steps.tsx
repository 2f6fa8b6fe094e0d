import { askAddress, exchangeAddress } from '#components/exchanges/address.ts';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { StepProps } from './present-step.tsx';

/** Asks the city beside, filled in from the match; then where its mail stands. */
export function AskBeside({ trial, city, match }: StepProps) {
  const t = useTranslations('trial');
  const other = match.city;
  const [cover] = match.learn.covers;
  const about = { need: cover?.need.id, practice: cover?.practice.id };
  const words = { city: city.name, other: other.name };
  if (trial.exchange !== null) {
    return (
      <>
        <p>{t('askedSay', words)}</p>
        <Actions>
          <ButtonLink href="/outbox">{t('readMail')}</ButtonLink>
          <a href={exchangeAddress(trial.exchange.id)}>{t('openExchange')}</a>
        </Actions>
      </>
    );
  }
  return (
    <>
      <p>{t('askSay', words)}</p>
      <Actions>
        <ButtonLink href={askAddress({ city: city.slug, with: other.slug, ...about, size: 'question' })}>
          {t('askBeside', words)}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** Opens the request at the desk beside, whose seat is taken first where nobody sits there. */
export function AnswerBeside({ trial, match, otherOrigin }: StepProps) {
  const t = useTranslations('trial');
  const other = match.city;
  const { exchange, beside } = trial;
  if (exchange === null) {
    return (
      <>
        <p>{t('answerNothing', { other: other.name })}</p>
        <Actions>
          <ButtonLink href="/try?step=ask">{t('askBeside', { other: other.name })}</ButtonLink>
        </Actions>
      </>
    );
  }
  const page = exchangeAddress(exchange.id);
  if (exchange.side === 'asked') {
    return (
      <>
        <p>{t('answerHere', { other: other.name })}</p>
        <Actions>
          <ButtonLink href={page}>{t('openExchange')}</ButtonLink>
        </Actions>
      </>
    );
  }
  const seat = `/try?${new URLSearchParams({ desk: other.slug, to: page })}`;
  return (
    <>
      <p>{t(exchange.state === 'requested' ? 'answerSay' : 'answeredSay', { other: other.name })}</p>
      <Actions>
        <a
          className="btn"
          href={`${otherOrigin}${beside?.isOpen ? page : seat}`}
          target="_blank"
          rel="noopener"
        >
          {t('openDesk', { other: other.name })}
        </a>
        <a href={page}>{t('openExchange')}</a>
      </Actions>
    </>
  );
}

/** Two pages for the mayor's office, which each side prints for itself. */
export function PrintBrief({ trial, city, match }: StepProps) {
  const t = useTranslations('trial');
  const other = match.city.name;
  if (trial.exchange === null) {
    return (
      <>
        <p>{t('answerNothing', { other })}</p>
        <Actions>
          <ButtonLink href="/try?step=ask">{t('askBeside', { other })}</ButtonLink>
        </Actions>
      </>
    );
  }
  return (
    <>
      <p>{t('printSay', { city: city.name, other })}</p>
      <Actions>
        <ButtonLink href={`${exchangeAddress(trial.exchange.id)}/brief`}>{t('printBrief')}</ButtonLink>
      </Actions>
    </>
  );
}
