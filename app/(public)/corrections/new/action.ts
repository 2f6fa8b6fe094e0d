'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { type Explanation, explainError } from '#app/request/problem.ts';
import { EMPTY, FIELDS, type FormState, readSent } from '#components/corrections/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import type { AskCorrectionInput } from '#lib/corrections/contract.ts';

/** Keeps the wish and leads to the thanks; else what is wrong, with everything that was written. */
export async function sendCorrection(_before: FormState, data: FormData): Promise<FormState> {
  const sent = readSent(data);
  const context = await readerContext();
  const { wish, ...texts } = sent?.values ?? EMPTY.values;
  const input = { recordKind: sent?.kind, recordKey: sent?.id, wish, ...texts } as AskCorrectionInput;
  try {
    await askCorrection(context, sent?.commandId ?? '', input);
  } catch (error) {
    return refused(explainError(error, context.language), sent?.values ?? EMPTY.values);
  }
  redirect(`/corrections/thanks?${new URLSearchParams({ kind: sent?.kind ?? '', id: sent?.id ?? '' })}`);
}

async function refused(explanation: Explanation, values: FormState['values']): Promise<FormState> {
  const t = await getTranslations('corrections.error');
  const errors: FormState['errors'] = {};
  for (const { pointer, code, detail } of explanation.errors) {
    const field = FIELDS.find((name) => pointer === `/${name}`);
    if (field === undefined) continue;
    const key = `${field}.${code}`;
    errors[field] ??= t.has(key) ? t(key) : detail;
  }
  const isExplained = Object.keys(errors).length > 0;
  const { title, detail } = explanation.code === 'too-many' ? await tooMany(explanation) : explanation;
  return { values, errors, failure: isExplained ? null : { title, detail } };
}

async function tooMany({ params }: Explanation): Promise<{ title: string; detail: string }> {
  const t = await getTranslations('corrections.tooMany');
  return { title: t('title'), detail: t('detail', { minutes: Math.ceil(Number(params.retryAfter) / 60) }) };
}
