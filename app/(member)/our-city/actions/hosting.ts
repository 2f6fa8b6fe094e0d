'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { runForm, textOf } from '#app/request/form.ts';
import { answerRefused } from '#app/request/found.ts';
import { MONTH_FIELDS } from '#components/hosting/fields.ts';
import type { FormState } from '#components/offices/form-state.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { sayHosting } from '#lib/hosting/commands.ts';

const HERE = '/our-city/hosting';

const ownSlug = ({ actor }: Context): string =>
  (actor.kind === 'person' ? actor.appointments.find((one) => one.citySlug !== null)?.citySlug : null) ?? '-';

/** The city says how many it can host; an empty month is none. */
export async function sayOurHosting(_before: FormState, data: FormData): Promise<FormState> {
  const state = await runForm(data, MONTH_FIELDS, async (context, commandId, values) => {
    const places = MONTH_FIELDS.map((name) => (values[name]?.trim() === '' ? 0 : Number(values[name])));
    try {
      await sayHosting(context, commandId, { citySlug: ownSlug(context), places });
    } catch (error) {
      throw fieldsOf(error);
    }
    return `${HERE}?done=said`;
  });
  return state;
}

/** A wrong number of the list is a wrong field of the form. */
function fieldsOf(error: unknown): unknown {
  if (!(error instanceof SalingError) || error.code !== 'invalid') return error;
  const errors = error.errors.map((one) => ({
    ...one,
    pointer: one.pointer.replace(/^\/places\/(\d+)$/, (_, index) => `/${MONTH_FIELDS[Number(index)] ?? ''}`),
  }));
  return new SalingError('invalid', { errors });
}

/** The city does not say, as before. */
export async function clearOurHosting(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(HERE)}`);
  let done = 'cleared';
  try {
    await sayHosting(context, textOf(data, 'commandId'), { citySlug: ownSlug(context), places: null });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    done = 'places-taken';
  }
  redirect(`${HERE}?done=${done}`);
}
