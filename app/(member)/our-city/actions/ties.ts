'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { runForm, textOf } from '#app/request/form.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { addTie, setTie } from '#lib/ties/commands.ts';
import { SAID_STATES, type SAID_TIES } from '#lib/ties/contract.ts';

const HERE = '/our-city/ties';
const NAMES = ['otherSlug', 'kind', 'subject', 'year', 'sourceUrl', 'state'];

/** The city says one more tie. */
export async function addOurTie(_before: FormState, data: FormData): Promise<FormState> {
  const state = await runForm(data, NAMES, async (context, commandId, values) => {
    const { actor } = context;
    const own = actor.kind === 'person' ? actor.appointments.find((one) => one.citySlug !== null) : undefined;
    await addTie(context, commandId, {
      citySlug: own?.citySlug ?? '-',
      otherSlug: values.otherSlug ?? '',
      kind: values.kind as (typeof SAID_TIES)[number],
      subject: values.subject ?? '',
      year: values.year,
      sourceUrl: values.sourceUrl,
      state: values.state as 'active',
    });
    return `${HERE}?done=added`;
  });
  if (state.errors.otherSlug === undefined) return state;
  const t = await getTranslations('ties.wrong');
  return { ...state, errors: { ...state.errors, otherSlug: t('wrong-value') } };
}

/** It lives, it rests, or it is not to be shown. */
export async function setOurTie(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(HERE)}`);
  const state = SAID_STATES.find((one) => one === textOf(data, 'state'));
  if (state === undefined) return answerMissing();
  try {
    await setTie(context, textOf(data, 'commandId'), { tieId: textOf(data, 'id'), state });
  } catch (error) {
    return answerRefused(error);
  }
  redirect(`${HERE}?done=set`);
}
