'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { runForm, textOf } from '#app/request/form.ts';
import { answerRefused } from '#app/request/found.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { holdBackPair, liftHoldBack } from '#lib/matching/commands/hold-back.ts';

const HERE = '/desk/held';

/** A pair is not suggested any more. */
export async function holdPair(_before: FormState, data: FormData): Promise<FormState> {
  const state = await runForm(
    data,
    ['oneSlug', 'otherSlug', 'reason'],
    async (context, commandId, { oneSlug = '', otherSlug = '', reason = '' }) => {
      await holdBackPair(context, commandId, { oneSlug, otherSlug, reason });
      return `${HERE}?done=held`;
    },
  );
  if (state.errors.otherSlug === undefined) return state;
  const t = await getTranslations('desk.held');
  return { ...state, errors: { ...state.errors, otherSlug: t('twoCities') } };
}

/** A pair may be suggested again. */
export async function liftPair(data: FormData): Promise<void> {
  const context = await readerContext();
  const [oneSlug, otherSlug] = [textOf(data, 'one'), textOf(data, 'other')];
  try {
    await liftHoldBack(context, textOf(data, 'commandId'), { oneSlug, otherSlug });
  } catch (error) {
    return answerRefused(error);
  }
  redirect(`${HERE}?${new URLSearchParams({ done: 'lifted', one: oneSlug, other: otherSlug })}`);
}
