import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readerContext } from '#app/request/context.ts';
import { CityFilters } from '#components/cities/city-filters.tsx';
import { CityResult } from '#components/cities/city-result.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { listTopics } from '#lib/topics/queries.ts';
import { loadCities } from './load.ts';
import { readCityFilter, type Search } from './read-filter.ts';

type Props = { searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cities');
  return { title: t('title'), description: t('description') };
}

export default async function CitiesPage({ searchParams }: Props) {
  const context = await readerContext();
  const { items: topics } = await listTopics(context, {});
  const asked = readCityFilter(
    await searchParams,
    topics.map((topic) => topic.code),
  );
  const { filter, list } = await loadCities(context, asked);
  const t = await getTranslations('cities');
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      {filter.isPartlyIgnored ? <Notice>{t('ignored')}</Notice> : null}
      <Columns layout="turned" isBlock>
        <CityFilters filter={filter} facets={list.facets} topics={topics} />
        <CityResult filter={filter} list={list} />
      </Columns>
    </>
  );
}
