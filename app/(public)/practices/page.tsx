import type { Metadata } from 'next';
import { PracticeLibrary } from '#components/practices/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { loadLibrary } from './load.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practices');
  return { title: t('title'), description: t('description') };
}

export default async function PracticesPage({ searchParams }: Props) {
  return <PracticeLibrary {...(await loadLibrary(await searchParams))} />;
}
