import type { Metadata } from 'next';
import { missingMetadata } from '#app/request/found.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { TrialPage } from '#components/trial/trial-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { CHANGED_EVENT } from '#lib/publishing/contract.ts';
import { getTrial } from '#lib/trial/queries.ts';
import { sit } from './actions.ts';
import { startExample } from './example.ts';
import { otherOrigin, readAsked, trialContext } from './load.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  if ((await trialContext()) === null) return missingMetadata();
  const t = await getTranslations('trial');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function TryPage({ searchParams }: Props) {
  const context = await trialContext();
  if (context === null) return <Missing />;
  const given = await searchParams;
  return (
    <TrialPage
      trial={await getTrial(context)}
      {...(await readAsked(context, given))}
      to={typeof given.to === 'string' ? given.to : undefined}
      otherOrigin={await otherOrigin()}
      changeEvent={CHANGED_EVENT}
      sit={sit}
      startExample={startExample}
      commandId={newId()}
    />
  );
}
