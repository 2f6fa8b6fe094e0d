'use server';

import { notFound, redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainError } from '#app/request/problem.ts';
import { editAddress, kindOfPlace, ownAddress } from '#components/writing/address.ts';
import {
  type Autosaved,
  FRESH,
  readValues,
  type StepState,
  toFields,
  type Values,
} from '#components/writing/form-state.ts';
import { findStep, type Step, stepAfter } from '#components/writing/steps.ts';
import { getTranslations } from '#i18n/words.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DraftKind, RecordLanguage } from '#lib/drafts/contract.ts';
import { getDraft } from '#lib/drafts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { COMMANDS } from './commands.ts';
import { explainFields } from './explain.ts';
import { isOwnSave, meanwhileIn } from './meanwhile.ts';

type Sent = { kind: DraftKind; id: string; version: string; step: Step; values: Values };

/** Null for what no page of ours sends. */
function readSent(data: FormData): Sent | null {
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = kindOfPlace(text('place'));
  const step = kind === null ? undefined : findStep(kind, text('step'));
  if (kind === null || step === undefined) return null;
  return { kind, id: text('id'), version: text('version'), step, values: readValues(data, step) };
}

function save(context: Context, sent: Sent, isStepDone: boolean) {
  const { kind, id, version, step, values } = sent;
  const language = values.language?.[0] as RecordLanguage | undefined;
  return COMMANDS[kind].save(context, newId(), {
    id,
    version,
    fields: toFields(values, step),
    isStepDone,
    ...(language === undefined ? {} : { language }),
  });
}

/** Saves a step and leads to the next; else what is wrong or what was saved meanwhile, with all that was written. */
export async function saveStep(_before: StepState, data: FormData): Promise<StepState> {
  const context = await readerContext();
  const sent = readSent(data);
  if (sent === null) notFound();
  const { kind, step } = sent;
  if (data.get('take') === 'theirs') redirect(editAddress(kind, sent.id, step.key));
  let id: string;
  try {
    ({ id } = await save(context, sent, true));
  } catch (error) {
    return refused(context, sent, error);
  }
  const next = stepAfter(kind, step.key);
  redirect(next === undefined ? ownAddress(kind, id) : editAddress(kind, id, next.key));
}

/** Saves what is written so far, without a step being done. */
export async function autosaveStep(data: FormData): Promise<Autosaved> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') return { is: 'signed-out' };
  const sent = readSent(data);
  if (sent === null) return { is: 'refused' };
  try {
    const { version, savedAt } = await save(context, sent, false);
    return { is: 'saved', version, savedAt };
  } catch (error) {
    if (!(error instanceof SalingError) || error.code === 'unavailable') throw error;
    return { is: error.code === 'conflict' ? 'conflict' : 'refused' };
  }
}

async function refused(context: Context, sent: Sent, error: unknown): Promise<StepState> {
  const explained = explainError(error, context.language);
  const values = sent.values;
  if (context.actor.kind !== 'person') {
    const t = await getTranslations('writing');
    return { ...FRESH, values, failure: { title: t('signedOutTitle'), detail: t('signedOutText') } };
  }
  const fields = explained.errors.map(({ pointer }) => pointer.split('/')[1] ?? '');
  if (explained.code === 'conflict' && fields.length > 0) {
    const { id, kind, step } = sent;
    const draft = await getDraft(context, { kind, id });
    const changed = step.fields.filter(({ name }) => fields.includes(name));
    return { ...FRESH, values, conflict: await meanwhileIn(draft, changed, isOwnSave(explained)) };
  }
  const errors = await explainFields(explained);
  const { title, detail } = explained;
  return { ...FRESH, values, errors, failure: Object.keys(errors).length > 0 ? null : { title, detail } };
}
