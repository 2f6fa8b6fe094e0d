import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readerContext } from '#app/request/context.ts';
import { answerMissing, missingMetadata } from '#app/request/found.ts';
import { Missing } from '#components/site/missing.tsx';
import { DeskChoice } from '#components/trial/desk-choice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import { sit } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await readerContext();
  if (!isOnTrialCopy(actor)) return missingMetadata();
  const t = await getTranslations('trial');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function TryPage() {
  const { actor } = await readerContext();
  if (!isOnTrialCopy(actor)) {
    await answerMissing();
    return <Missing />;
  }
  const t = await getTranslations('trial');
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      <DeskChoice sit={sit} />
    </>
  );
}
