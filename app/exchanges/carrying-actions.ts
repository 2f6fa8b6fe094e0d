'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { reasonOf, runForm, textOf } from '#app/request/form.ts';
import { answerRefused } from '#app/request/found.ts';
import { exchangeAddress } from '#components/exchanges/address.ts';
import { PAPER_FIELDS } from '#components/exchanges/paper-fields.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { addClearance, changeClearance, removeClearance } from '#lib/carrying-out/commands/clearances.ts';
import { PAPERS, type PaperKind } from '#lib/carrying-out/contract.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { writeItem } from './items.ts';

const back = (id: string, said: string, place: string): string => `${exchangeAddress(id)}?${said}#${place}`;

function kindIn(data: FormData): PaperKind {
  const kind = PAPERS.find((one) => one === textOf(data, 'kind'));
  if (kind === undefined) throw notFound();
  return kind;
}

/** One part of a programme, one recommendation or one action: a new one, or in the place of one that was shown. */
export async function saveItem(_before: FormState, data: FormData): Promise<FormState> {
  const [exchangeId, was] = [textOf(data, 'id'), textOf(data, 'was')];
  const asked = PAPERS.find((one) => one === textOf(data, 'kind'));
  let isGone = false;
  const state = await runForm(
    data,
    asked === undefined ? [] : PAPER_FIELDS[asked],
    async (context, commandId, item) => {
      const kind = kindIn(data);
      try {
        await writeItem(context, commandId, { exchangeId, kind, was, item });
      } catch (error) {
        isGone = error instanceof SalingError && error.params.reason === 'item-changed';
        throw error;
      }
      return back(exchangeId, 'done=paper', kind);
    },
    'carrying',
  );
  // The item that it should have changed is gone: sent once more it is one of its own, and nothing is lost.
  return isGone ? { ...state, hidden: { was: '' } } : state;
}

export async function removeItem(data: FormData): Promise<void> {
  const exchangeId = textOf(data, 'id');
  await act(exchangeId, textOf(data, 'kind'), 'paper', async () => {
    const was = textOf(data, 'was');
    const given = { exchangeId, kind: kindIn(data), was, item: null };
    await writeItem(await readerContext(), textOf(data, 'commandId'), given);
  });
}

/** A dated step at home. */
export async function saveClearance(_before: FormState, data: FormData): Promise<FormState> {
  const [exchangeId, clearanceId] = [textOf(data, 'id'), textOf(data, 'clearance')];
  return runForm(
    data,
    ['what', 'dueOn'],
    async (context, commandId, { what = '', dueOn = '' }) => {
      if (clearanceId === '') await addClearance(context, commandId, { exchangeId, what, dueOn });
      else {
        const isDone = textOf(data, 'isDone') === 'yes';
        await changeClearance(context, commandId, { exchangeId, clearanceId, what, dueOn, isDone });
      }
      return back(exchangeId, 'done=clearance', 'clearances');
    },
    'carrying',
  );
}

/** Done, not done after all, or not to be kept any more. */
export async function markClearance(data: FormData): Promise<void> {
  const [exchangeId, clearanceId] = [textOf(data, 'id'), textOf(data, 'clearance')];
  const context = await readerContext();
  const commandId = textOf(data, 'commandId');
  await act(exchangeId, 'clearances', 'clearance', () => {
    if (textOf(data, 'do') === 'remove')
      return removeClearance(context, commandId, { exchangeId, clearanceId });
    const [what, dueOn] = [textOf(data, 'what'), textOf(data, 'dueOn')];
    const isDone = textOf(data, 'do') === 'done';
    return changeClearance(context, commandId, { exchangeId, clearanceId, what, dueOn, isDone });
  });
}

async function act(
  exchangeId: string,
  place: string,
  done: string,
  run: () => Promise<unknown>,
): Promise<void> {
  let said = `done=${done}`;
  try {
    await run();
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    said = `refused=${reasonOf(error)}`;
  }
  redirect(back(exchangeId, said, encodeURIComponent(place)));
}
