'use server';

import { notFound, redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import { type Explanation, explainError } from '#app/request/problem.ts';
import { factAddress } from '#components/facts/address.ts';
import { FACT_VERBS, type FactVerb } from '#components/facts/fact-deed.tsx';
import { type Autosaved, FRESH, type StepState, type Values } from '#components/writing/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { FACT_KEYS, type FactContent, type FactKey } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { confirmFact, removeFact, undoFact } from '#lib/facts/commands/saying.ts';
import { discardFact, saveFact, stateFact } from '#lib/facts/commands/writing.ts';
import { FACT_FIELDS, type OwnFact } from '#lib/facts/contract.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { isOwnSave } from './meanwhile.ts';

type Written = { citySlug: string; key: FactKey; version: string; content: FactContent };

const keyOf = (text: unknown): FactKey | undefined => FACT_KEYS.find((one) => one === text);

function readKey(text: string): FactKey {
  const key = keyOf(text);
  if (key === undefined) throw new SalingError('not-found');
  return key;
}

function readWritten(context: Context, data: FormData): Written {
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    citySlug: slugOf(context),
    key: readKey(text('id')),
    version: text('version'),
    content: {
      value: data.getAll('value').map(String),
      year: text('year').trim(),
      sourceTitle: text('sourceTitle').trim(),
      sourceUrl: text('sourceUrl').trim(),
    },
  };
}

/** The city for whose office the reader acts; none: the command then finds no city. */
function slugOf({ actor }: Context): string {
  const appointments = actor.kind === 'person' ? actor.appointments : [];
  return appointments.find((entry) => entry.citySlug !== null)?.citySlug ?? 'none';
}

/** States the fact, or keeps it where the writer does not speak for the city; else what is in the way. */
export async function writeFact(_before: StepState, data: FormData): Promise<StepState> {
  const context = await readerContext();
  if (keyOf(data.get('id')) === undefined) notFound();
  const written = readWritten(context, data);
  const { citySlug, key } = written;
  if (data.get('take') === 'theirs') redirect(factAddress(key));
  let done: string;
  try {
    const { maySpeak } = await getRights(context, { citySlug });
    await (maySpeak ? stateFact : saveFact)(context, newId(), written);
    done = maySpeak ? 'stated' : 'kept';
  } catch (error) {
    return refused(context, written, error);
  }
  redirect(leadTo(data.get('place') === 'claim', done, key));
}

/** Keeps what is written so far. */
export async function autosaveFact(data: FormData): Promise<Autosaved> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') return { is: 'signed-out' };
  try {
    return { is: 'saved', ...(await saveFact(context, newId(), readWritten(context, data))) };
  } catch (error) {
    if (!(error instanceof SalingError) || error.code === 'unavailable') throw error;
    return { is: error.code === 'conflict' ? 'conflict' : 'refused' };
  }
}

const COMMANDS = { confirm: confirmFact, remove: removeFact, undo: undoFact, discard: discardFact };
const DONE: Record<FactVerb, string> = {
  confirm: 'confirmed',
  remove: 'removed',
  undo: 'undone',
  discard: 'discarded',
};

/** Confirms, takes away, brings back; says so where somebody was quicker. */
export async function moveFact(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect('/sign-in?to=%2Four-city%2Ffacts');
  const text = (name: string) => String(data.get(name) ?? '');
  const verb = FACT_VERBS.find((one) => one === text('verb'));
  const key = keyOf(text('key'));
  if (verb === undefined || key === undefined) return answerMissing();
  const input = { citySlug: slugOf(context), key, version: text('version') };
  let done = DONE[verb];
  try {
    await COMMANDS[verb](context, text('commandId'), input);
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    done = 'changed-meanwhile';
  }
  redirect(leadTo(text('to') === 'claim', done, key));
}

function leadTo(isClaim: boolean, done: string, key: FactKey): string {
  return isClaim
    ? `/our-city/claim?done=${done}&kind=fact&id=${key}`
    : `/our-city/facts?done=${done}&fact=${key}`;
}

async function refused(context: Context, written: Written, error: unknown): Promise<StepState> {
  const { key, citySlug, content } = written;
  const explained = explainError(error, context.language);
  const values = valuesOf(content);
  if (context.actor.kind !== 'person') {
    const t = await getTranslations('writing');
    return { ...FRESH, values, failure: { title: t('signedOutTitle'), detail: t('signedOutText') } };
  }
  const fields = explained.errors.map(({ pointer }) => pointer.split('/')[1] ?? '');
  if (explained.code === 'conflict' && fields.length > 0) {
    const fact = (await listOwnFacts(context, { citySlug })).find((one) => one.key === key);
    if (fact !== undefined)
      return { ...FRESH, values, conflict: await meanwhile(fact, fields, isOwnSave(explained)) };
  }
  const errors = await explainFact(explained);
  const { title, detail } = explained;
  return { ...FRESH, values, errors, failure: Object.keys(errors).length > 0 ? null : { title, detail } };
}

const valuesOf = ({ value, year, sourceTitle, sourceUrl }: FactContent): Values => ({
  value,
  year: [year],
  sourceTitle: [sourceTitle],
  sourceUrl: [sourceUrl],
});

/** What was saved in these fields meanwhile. */
async function meanwhile(
  fact: OwnFact,
  fields: readonly string[],
  isOwn: boolean,
): Promise<NonNullable<StepState['conflict']>> {
  const t = await getTranslations('facts');
  const v = await getTranslations('vocabulary.languageName');
  const o = await getTranslations('ourcity.role');
  const inWords = (value: string) => {
    if (t.has(`value.${fact.key}.${value}`)) return t(`value.${fact.key}.${value}`);
    return fact.key === 'languages' && v.has(value) ? v(value) : value;
  };
  const labels = { value: t(`edit.value.${fact.key}`), year: t('edit.year') };
  return {
    version: fact.version,
    by: fact.role === null ? '' : o(fact.role),
    isOwn,
    fields: FACT_FIELDS.filter((name) => fields.includes(name)).map((name) => ({
      name,
      label: name === 'value' || name === 'year' ? labels[name] : t(`edit.${name}`),
      text: [fact.content[name]].flat().map(inWords).join(', '),
    })),
  };
}

async function explainFact(explained: Explanation): Promise<Record<string, string>> {
  const t = await getTranslations('facts.error');
  const errors: Record<string, string> = {};
  for (const { pointer, code, detail } of explained.errors) {
    const field = pointer.split('/').find((part) => FACT_FIELDS.some((one) => one === part));
    if (field === undefined) continue;
    errors[field] ??= t.has(`${field}.${code}`) ? t(`${field}.${code}`) : detail;
  }
  return errors;
}
