'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainError } from '#app/request/problem.ts';
import { editAddress, kindOfPlace } from '#components/writing/address.ts';
import { FRESH, readValues, type StepState } from '#components/writing/form-state.ts';
import { STEPS } from '#components/writing/steps.ts';
import type { RecordLanguage } from '#lib/drafts/contract.ts';
import { derivedId, isUuid } from '#lib/platform/ids.ts';
import { COMMANDS } from './commands.ts';
import { explainFields } from './explain.ts';

/** Starts a record with its title and leads to its first step. */
export async function startRecord(_before: StepState, data: FormData): Promise<StepState> {
  const context = await readerContext();
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = kindOfPlace(text('place')) ?? 'practice';
  const [first, second] = STEPS[kind];
  const values = first === undefined ? {} : readValues(data, first);
  let id: string;
  try {
    // Sent twice it is one record; sent again with another title, after going back, it is another.
    const commandId = text('commandId');
    const ownId = isUuid(commandId) ? derivedId(commandId, text('title')) : commandId;
    ({ id } = await COMMANDS[kind].start(context, ownId, {
      citySlug: text('city'),
      title: text('title'),
      language: text('language') as RecordLanguage,
    }));
  } catch (error) {
    const explained = explainError(error, context.language);
    const errors = await explainFields(explained);
    const { title, detail } = explained;
    return { ...FRESH, values, errors, failure: Object.keys(errors).length > 0 ? null : { title, detail } };
  }
  redirect(editAddress(kind, id, second?.key));
}
