'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { reasonOf, runForm, textOf } from '#app/request/form.ts';
import { answerRefused } from '#app/request/found.ts';
import { exchangeAddress } from '#components/exchanges/address.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { SalingError } from '#lib/core/errors.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { checkOutcome, proposeDates, writeAnswer, writeBrief } from '#lib/exchanges/commands/moves.ts';
import type { ExchangeSize, Outcome } from '#lib/exchanges/contract.ts';
import { readDates, readList } from './fields.ts';
import { STEPS } from './moves.ts';
import { withNewer } from './newer.ts';

const doneAt = (id: string, done: string): string => `${exchangeAddress(id)}?done=${done}`;

/** One button of the page of an exchange; says there what it did, or why it could not. */
export async function moveExchange(data: FormData): Promise<void> {
  const [id, step, commandId] = [textOf(data, 'id'), textOf(data, 'step'), textOf(data, 'commandId')];
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(exchangeAddress(id))}`);
  const run = STEPS[step];
  let said = `done=${step}`;
  try {
    if (run === undefined) throw new SalingError('not-found');
    await run(context, commandId, data);
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    said = `refused=${reasonOf(error)}`;
  }
  redirect(`${exchangeAddress(id)}?${said}`);
}

const ASKED = ['citySlug', 'size', 'question', 'offer', 'languages', 'dates'] as const;

/** Asks another city. */
export async function askCity(_before: FormState, data: FormData): Promise<FormState> {
  const about = (name: string) => textOf(data, name) || undefined;
  return runForm(
    data,
    ASKED,
    async (context, commandId, values) => {
      const { citySlug = '', size = '', question = '', offer = '', languages = '', dates = '' } = values;
      const { id } = await askOnce(context, commandId, {
        ...{ citySlug, question, offer, otherSlug: textOf(data, 'otherSlug') },
        size: size as ExchangeSize,
        languages: readList(languages),
        dates: readDates(dates),
        needId: about('needId'),
        practiceId: about('practiceId'),
      });
      return doneAt(id, 'ask');
    },
    'exchanges',
  );
}

/** A conflict of asking has one reason only. */
async function askOnce(...given: Parameters<typeof askExchange>): Promise<{ id: string }> {
  try {
    return await askExchange(...given);
  } catch (error) {
    const isAsked = error instanceof SalingError && error.code === 'conflict';
    throw isAsked ? new SalingError('conflict', { params: { reason: 'asked-already' } }) : error;
  }
}

export async function proposeOtherDates(_before: FormState, data: FormData): Promise<FormState> {
  const exchangeId = textOf(data, 'id');
  return runForm(
    data,
    ['dates'],
    async (context, commandId, { dates = '' }) => {
      await proposeDates(context, commandId, { exchangeId, dates: readDates(dates) });
      return doneAt(exchangeId, 'propose-dates');
    },
    'exchanges',
  );
}

/** Writes the next version of the brief; who was overtaken meets the newer one beside what she typed. */
export async function saveBrief(_before: FormState, data: FormData): Promise<FormState> {
  const exchangeId = textOf(data, 'id');
  const state = await runForm(
    data,
    ['scope', 'questions', 'people', 'interpreter', 'costs'],
    async (context, commandId, content) => {
      const briefVersion = Number(textOf(data, 'briefVersion'));
      await writeBrief(context, commandId, { exchangeId, briefVersion, content });
      return doneAt(exchangeId, 'write-brief');
    },
    'exchanges',
  );
  return withNewer(state, exchangeId, 'brief');
}

export async function sendAnswer(_before: FormState, data: FormData): Promise<FormState> {
  const exchangeId = textOf(data, 'id');
  const state = await runForm(
    data,
    ['text'],
    async (context, commandId, { text = '' }) => {
      const version = Number(textOf(data, 'version'));
      await writeAnswer(context, commandId, { exchangeId, version, text });
      return doneAt(exchangeId, 'answer');
    },
    'exchanges',
  );
  return withNewer(state, exchangeId, 'answer');
}

export async function saveOutcome(_before: FormState, data: FormData): Promise<FormState> {
  const exchangeId = textOf(data, 'id');
  const month = textOf(data, 'month') === '12' ? 12 : 3;
  return runForm(
    data,
    ['outcome', 'changed', 'indicator', 'baseline', 'value', 'hard', 'isShown'],
    async (context, commandId, { outcome = '', isShown = '', ...said }) => {
      await checkOutcome(context, commandId, {
        ...{ exchangeId, month, ...said },
        outcome: outcome as Outcome,
        isShown: isShown === 'yes',
      });
      return doneAt(exchangeId, 'check-outcome');
    },
    'exchanges',
  );
}
