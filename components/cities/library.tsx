import type { z } from 'zod';
import { ActiveFilters } from '#components/search/active-filters.tsx';
import { addressOf } from '#components/search/address.ts';
import { FacetsForm } from '#components/search/facets-form.tsx';
import { Ignored } from '#components/search/ignored.tsx';
import { PageOfList } from '#components/search/page-of-list.tsx';
import { type IgnoredParameter, typedWords } from '#components/search/read-parameters.ts';
import { SearchForm } from '#components/search/search-form.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { LinkRow } from '#components/ui/links.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityList, listCitiesInput } from '#lib/cities/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { CitiesOnMap } from './cities-on-map.tsx';
import { CityRows } from './city-rows.tsx';
import { useCityFacets } from './facets.tsx';
import { NoCity } from './no-city.tsx';

const PATH = '/cities';
const VIEWS = ['list', 'map'] as const;

export type CityLibraryProps = {
  topics: Topic[];
  input: Partial<Omit<z.output<typeof listCitiesInput>, 'limit'>>;
  view: (typeof VIEWS)[number];
  ignored: IgnoredParameter[];
  /** Cities before this page. */
  before: number;
  list: CityList;
};

/** Name above, cities left, filters right; on a phone the filters follow the list. Every state is an address. */
export function CityLibrary({ topics, input, view, ignored, before, list }: CityLibraryProps) {
  const t = useTranslations('cities');
  const facets = useCityFacets(topics, list.facets, input);
  const { cursor: _place, ...asked } = input;
  const values = { ...asked, view: view === 'map' ? view : undefined };
  const { q, ...kept } = values;
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      <SearchForm
        path={PATH}
        label={t('findLabel')}
        hint={t('findHint')}
        q={typedWords(ignored, q)}
        kept={kept}
      />
      <Columns isBlock>
        <Section
          title={t('count', { count: list.total })}
          id="results"
          hint={view === 'list' ? t('order') : undefined}
        >
          <Ignored items={ignored} />
          <ActiveFilters path={PATH} values={values} facets={facets} />
          <LinkRow
            label={t('view')}
            items={VIEWS.map((one) => ({
              href: addressOf(PATH, { ...asked, view: one === 'map' ? one : undefined }),
              label: t(one),
              isCurrent: view === one,
            }))}
          />
          <div className="mt-4">
            {list.total === 0 ? <NoCity values={values} /> : null}
            {view === 'map' && list.total > 0 ? (
              <CitiesOnMap cities={list.items} listHref={addressOf(PATH, asked)} />
            ) : null}
            {view === 'list' && list.total > 0 ? <CityRows cities={list.items} /> : null}
          </div>
          {view === 'list' ? (
            <PageOfList
              path={PATH}
              values={values}
              before={before}
              count={list.items.length}
              total={list.total}
              next={list.next}
            />
          ) : null}
        </Section>
        <FacetsForm path={PATH} facets={facets} kept={{ q, view: values.view }} />
      </Columns>
    </>
  );
}
