import type { Metadata } from 'next';
import { trialContext } from '#app/(public)/try/load.ts';
import { missingMetadata } from '#app/request/found.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { StartAgain, StartedAgain } from '#components/trial/start-again.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { getTrialRemains, getTrialRemoval, isTrialForgotten } from '#lib/trial/queries.ts';
import { removeTrial } from './action.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  if ((await trialContext()) === null) return missingMetadata();
  const t = await getTranslations('trial');
  return { title: t('startAgain'), robots: { index: false } };
}

export default async function StartAgainPage({ searchParams }: Props) {
  const context = await trialContext();
  if (context === null) return <Missing />;
  const { done } = await searchParams;
  const removed = typeof done === 'string' ? await getTrialRemoval(context, done) : null;
  if (removed !== null) {
    return <StartedAgain removed={removed} isForgotten={await isTrialForgotten(context)} />;
  }
  return <StartAgain remains={await getTrialRemains(context)} commandId={newId()} remove={removeTrial} />;
}
