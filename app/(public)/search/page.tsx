import type { Metadata } from 'next';
import type { Parameters } from '#components/search/read-parameters.ts';
import { SearchPage } from '#components/search/search-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { loadSearch } from './load.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('title'), description: t('description') };
}

export default async function SearchRoute({ searchParams }: Props) {
  return <SearchPage {...(await loadSearch(await searchParams))} />;
}
