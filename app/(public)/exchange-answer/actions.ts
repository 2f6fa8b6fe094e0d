'use server';

import { redirect } from 'next/navigation';
import { readDates } from '#app/exchanges/fields.ts';
import { runForm, textOf } from '#app/request/form.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { SalingError } from '#lib/core/errors.ts';
import { acceptExchange, declineExchange, proposeDates, undoAnswer } from '#lib/exchanges/commands/moves.ts';
import { openRequest } from './open.ts';

const ANSWERS = { accept: acceptExchange, decline: declineExchange, 'undo-answer': undoAnswer };

const back = (token: string, done = ''): string =>
  `/exchange-answer?${new URLSearchParams({ token, ...(done === '' ? {} : { done }) })}`;

/** Answers once a button was pressed; a link that does not count any more is explained by its page. */
export async function answerByLink(data: FormData): Promise<void> {
  const token = textOf(data, 'token');
  const [, run] = Object.entries(ANSWERS).find(([step]) => step === textOf(data, 'step')) ?? [];
  const opened = await openRequest(token);
  if (opened.state !== 'open' || run === undefined) redirect(back(token));
  try {
    await run(opened.context, textOf(data, 'commandId'), { exchangeId: opened.exchange.id });
  } catch (error) {
    // Answered meanwhile: the page says how it stands.
    if (!(error instanceof SalingError && ['conflict', 'not-found'].includes(error.code))) throw error;
    redirect(back(token, error.params.reason === 'no-free-place' ? 'no-free-place' : ''));
  }
  redirect(back(token, textOf(data, 'step')));
}

/** Other dates by the same link. */
export async function proposeByLink(_before: FormState, data: FormData): Promise<FormState> {
  const token = textOf(data, 'token');
  const opened = await openRequest(token);
  if (opened.state !== 'open') redirect(back(token));
  const { context, exchange } = opened;
  return runForm(
    data,
    ['dates'],
    async (_reader, commandId, { dates = '' }) => {
      await proposeDates(context, commandId, { exchangeId: exchange.id, dates: readDates(dates) });
      return back(token, 'propose-dates');
    },
    'exchanges',
  );
}
