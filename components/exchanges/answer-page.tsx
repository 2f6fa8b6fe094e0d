import { ActionForm } from '#components/offices/action-form.tsx';
import type { FormAction } from '#components/offices/form-state.ts';
import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Exchange } from '#lib/exchanges/contract.ts';
import { EXCHANGES_ADDRESS, exchangeAddress } from './address.ts';
import { AsksAndGives } from './asks-and-gives.tsx';
import { datesField } from './fields.ts';
import { useClock, useDay, useFormWords } from './words.ts';

type Props = {
  exchange: Exchange;
  timeZone: string;
  /** Of the mail's link: it stands in for signing in. */
  token: string;
  newCommandId: () => string;
  answer: (data: FormData) => Promise<void>;
};

/** Where the link of the mail lands: what is asked, and three answers. Opening it answers nothing. */
export function AnswerOffer({
  propose,
  isTakenBack,
  isWithoutPlace,
  ...props
}: Props & { propose: FormAction; isTakenBack: boolean; isWithoutPlace: boolean }) {
  const t = useTranslations('exchanges');
  const { exchange, timeZone, token, newCommandId } = props;
  const { own, other, size, side, dueAt } = exchange;
  const day = useDay(timeZone);
  const title = side === 'asked' ? 'mail.title' : 'mail.datesTitle';
  return (
    <>
      <PageTitle
        title={t(title, { own: own.name, other: other.name })}
        under={t('mail.lead', { size, date: dueAt === null ? '' : day(dueAt) })}
      />
      {isTakenBack ? (
        <div className="notice mb-8" role="status">
          <p>{t('done.undo-answer')}</p>
        </div>
      ) : null}
      {isWithoutPlace ? (
        <div className="notice notice--error mb-8" role="alert">
          <p>{t('refused.no-free-place')}</p>
        </div>
      ) : null}
      <AsksAndGives exchange={exchange} />
      <Actions>
        <One {...props} step="accept" words={t('do.accept', { other: other.name, size })} />
        <One {...props} step="decline" isLine words={t('do.decline')} />
      </Actions>
      <p className="hint mt-2">{t('declineNote')}</p>
      <Fold summary={t('do.propose-dates')}>
        <ActionForm
          name="dates"
          action={propose}
          commandId={newCommandId()}
          hidden={{ token }}
          fields={[datesField(t)]}
          words={useFormWords(t('do.send-dates', { other: other.name }))}
          isLine
        />
      </Fold>
      <p className="more">
        <a href={exchangeAddress(exchange.id)}>{t('mail.more')}</a>
      </p>
    </>
  );
}

function One({
  step,
  words,
  isLine = false,
  token,
  newCommandId,
  answer,
}: Props & { step: string; words: string; isLine?: boolean }) {
  return (
    <form action={answer} className="deed">
      {Object.entries({ token, step, commandId: newCommandId() }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button isLine={isLine}>{words}</Button>
    </form>
  );
}

/** Answered a moment ago: what comes next, and the way back. */
export function AnsweredByLink(props: Props) {
  const t = useTranslations('exchanges');
  const { exchange, timeZone } = props;
  const clock = useClock(timeZone);
  const { id, other, size, state, undoUntil } = exchange;
  const done = state === 'declined' ? 'decline' : 'accept';
  return (
    <>
      <PageTitle
        title={t(`mail.thanks.${done}.title`, { other: other.name })}
        under={t(`mail.thanks.${done}.text`, { size })}
      />
      <p className="read">
        {t('mail.undoText', { time: undoUntil === null ? '' : clock(undoUntil), other: other.name })}
      </p>
      <Actions>
        <ButtonLink href={exchangeAddress(id)}>{t('mail.open')}</ButtonLink>
        <One {...props} step="undo-answer" isLine words={t('undo.button')} />
      </Actions>
    </>
  );
}

/** A link that has nothing left to do, and why. */
export function AnswerClosed({ state }: { state: 'expired' | 'unknown' | 'done' | 'sent' }) {
  const t = useTranslations('exchanges.mail.closed');
  const list = useTranslations('exchanges.list');
  return (
    <>
      <PageTitle title={t(`${state}.title`)} under={t(`${state}.text`)} />
      <Actions>
        <ButtonLink href={EXCHANGES_ADDRESS}>{list('title')}</ButtonLink>
      </Actions>
    </>
  );
}
