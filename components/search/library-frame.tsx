import type { ReactNode } from 'react';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import { ActiveFilters } from './active-filters.tsx';
import type { FilterValues } from './address.ts';
import type { FacetView } from './facet-list.tsx';
import { FacetsForm } from './facets-form.tsx';
import { ListResults } from './list-results.tsx';
import { useOtherFilters } from './other-filters.tsx';
import { type IgnoredParameter, typedWords } from './read-parameters.ts';
import { SearchForm } from './search-form.tsx';

type Props = {
  path: string;
  words: { title: string; lead: string; find: string; count: string; order: string | undefined };
  /** What was asked, without the place in the list. */
  values: FilterValues & {
    q?: string | undefined;
    commitment?: number[] | undefined;
    city?: string | undefined;
  };
  city: CityRef | null;
  facets: FacetView[];
  ignored: IgnoredParameter[];
  isSearchAway: boolean;
  children: ReactNode;
};

/** A library of records: words above, records left, filters right; on a phone the filters follow the list. */
export function LibraryFrame({ path, words, values, city, facets, children, ...state }: Props) {
  const s = useTranslations('search');
  const { q, ...filters } = values;
  const others = useOtherFilters(city, values.commitment);
  return (
    <>
      <PageTitle title={words.title} under={words.lead} />
      <SearchForm
        path={path}
        label={words.find}
        hint={s('hint')}
        q={typedWords(state.ignored, q)}
        kept={filters}
      />
      <Columns isBlock>
        <ListResults title={words.count} hint={words.order} {...state}>
          <ActiveFilters path={path} values={values} facets={facets} others={others} />
          {children}
        </ListResults>
        <FacetsForm
          path={path}
          facets={facets}
          kept={{ q, city: values.city, commitment: values.commitment }}
        />
      </Columns>
    </>
  );
}
