import type { Metadata } from 'next';
import { firstOf } from '#app/request/form.ts';
import { AnswerClosed, AnsweredByLink, AnswerOffer } from '#components/exchanges/answer-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { answerByLink, proposeByLink } from './actions.ts';
import { openRequest } from './open.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The address holds a secret: no other site hears it, and no search engine keeps it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchanges.list');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Mail scanners fetch links: opening this page changes nothing, only its buttons answer. */
export default async function ExchangeAnswerPage({ searchParams }: Props) {
  const given = await searchParams;
  const token = firstOf(given.token) ?? '';
  const opened = await openRequest(token);
  if (opened.state !== 'open') {
    // Who proposed other dates is not asked any more, and the link opens nothing then.
    const isSent = opened.state === 'done' && firstOf(given.done) === 'propose-dates';
    return <AnswerClosed state={isSent ? 'sent' : opened.state} />;
  }
  const { context, exchange } = opened;
  const { timeZone } = await getCity(context, { slug: exchange.own.slug });
  const common = { exchange, timeZone, token, newCommandId: newId, answer: answerByLink };
  if (exchange.may.includes('accept')) {
    const done = firstOf(given.done);
    return (
      <AnswerOffer
        {...common}
        isTakenBack={done === 'undo-answer'}
        isWithoutPlace={done === 'no-free-place'}
        propose={proposeByLink}
      />
    );
  }
  if (exchange.undoUntil !== null) return <AnsweredByLink {...common} />;
  return <AnswerClosed state="done" />;
}
