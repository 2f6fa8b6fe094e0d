import type { Metadata } from 'next';
import { readRecord } from '#app/(public)/corrections/record.ts';
import { readerContext } from '#app/request/context.ts';
import { CorrectionThanks } from '#components/corrections/correction-thanks.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections');
  return { title: t('thanks'), robots: { index: false } };
}

export default async function CorrectionThanksPage({ searchParams }: Props) {
  const record = await readRecord(await readerContext(), await searchParams);
  return record === null ? <Missing /> : <CorrectionThanks record={record} />;
}
