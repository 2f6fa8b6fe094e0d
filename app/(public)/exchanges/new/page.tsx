import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { askCity } from '#app/exchanges/actions.ts';
import { readerContext } from '#app/request/context.ts';
import { answerMissing } from '#app/request/found.ts';
import { AskPage } from '#components/exchanges/ask-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import { newId } from '#lib/platform/ids.ts';
import { loadAsking, ownCities } from './load.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchanges');
  return { title: t('ask.title'), robots: { index: false } };
}

/** A visitor is led to sign in, on the trial copy to a desk, and from there back. */
export default async function AskRoute({ searchParams }: Props) {
  const context = await readerContext();
  const { actor } = context;
  if (actor.kind !== 'person') {
    const here = (await headers()).get('x-saling-path') ?? '/exchanges/new';
    redirect(`${isOnTrialCopy(actor) ? '/try' : '/sign-in'}?to=${encodeURIComponent(here)}`);
  }
  const cities = ownCities(actor);
  if (cities === null) {
    await answerMissing();
    return <Missing />;
  }
  const asking = await loadAsking(context, cities, await searchParams);
  return <AskPage asking={asking} action={askCity} commandId={newId()} />;
}
