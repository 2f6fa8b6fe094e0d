import type { Metadata } from 'next';
import { readRecord } from '#app/(public)/corrections/record.ts';
import { readerContext } from '#app/request/context.ts';
import { CorrectionThanks } from '#components/corrections/correction-thanks.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { isAskedAtTrial } from '#lib/corrections/policy.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections');
  return { title: t('thanks'), robots: { index: false } };
}

export default async function CorrectionThanksPage({ searchParams }: Props) {
  const context = await readerContext();
  const record = await readRecord(context, await searchParams);
  if (record === null) return <Missing />;
  return <CorrectionThanks record={record} isTrial={isAskedAtTrial(context.actor)} />;
}
