import type { Metadata } from 'next';
import { CityLibrary } from '#components/cities/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { loadLibrary } from './load.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cities');
  return { title: t('title'), description: t('description') };
}

export default async function CitiesPage({ searchParams }: Props) {
  return <CityLibrary {...(await loadLibrary(await searchParams))} />;
}
