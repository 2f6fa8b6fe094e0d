'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { textOf } from '#app/request/form.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import { matchesHref } from '#components/matching/address.ts';
import { sayRelevance } from '#lib/matching/commands/relevance.ts';
import { getMatchesInput } from '#lib/matching/contract.ts';

/** The office does not want a city to be suggested, or wants it again; then the same list once more. */
export async function sayRelevant(data: FormData): Promise<void> {
  const context = await readerContext();
  const given = Object.fromEntries(
    ['slug', 'mode', 'limit', 'country'].flatMap((name) => {
      const value = textOf(data, name);
      return value === '' ? [] : [[name, value]];
    }),
  );
  const state = getMatchesInput.safeParse(given);
  if (!state.success) return answerMissing();
  const { slug, mode, limit, country } = state.data;
  const here = matchesHref({ slug, mode, limit, country });
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(here)}`);
  try {
    await sayRelevance(context, textOf(data, 'commandId'), {
      citySlug: slug,
      otherSlug: textOf(data, 'other'),
      isRelevant: textOf(data, 'do') === 'back',
    });
  } catch (error) {
    return answerRefused(error);
  }
  redirect(`${here}#not-relevant`);
}
