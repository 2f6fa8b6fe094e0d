'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { found } from '#app/request/found.ts';
import { ownAddress } from '#components/writing/address.ts';
import { getTranslations } from '#i18n/words.ts';
import type { Context } from '#lib/core/context.ts';
import { getNeed } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { savePractice, startPractice } from '#lib/practices/commands/writing.ts';
import { getTrial } from '#lib/trial/queries.ts';

/** Writes a draft that answers what the city beside looks for, and leads to it: the desk publishes it itself. */
export async function startExample(data: FormData): Promise<void> {
  const context = await readerContext();
  const trial = await found(getTrial(context));
  if (trial === null) return;
  const { city, beside } = trial;
  const need = beside?.wanted ?? null;
  if (city === null || beside === null || need === null) redirect('/try');
  const { title, ...fields } = await exampleFor(context, need.id, beside.match.city.name);
  const { language } = context;
  const draft = await startPractice(context, String(data.get('commandId')), {
    citySlug: city.slug,
    title,
    language,
  });
  const { id } = await savePractice(context, newId(), { ...draft, fields, isStepDone: true });
  redirect(ownAddress('practice', id));
}

/** In the words of the need, so that matching sees what it answers. */
async function exampleFor(context: Context, needId: string, other: string) {
  const t = await getTranslations('trial.example');
  const { title, description, topics } = await getNeed(context, { id: needId });
  return {
    title: t('title', { need: title.text }),
    summary: t('summary', { other, need: title.text }),
    problem: description.text,
    actions: t('actions', { need: title.text }),
    topics,
    startYear: new Date().getFullYear(),
    evidence: 'self-reported',
  };
}
