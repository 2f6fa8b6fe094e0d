import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { ActiveFilters } from '#components/search/active-filters.tsx';
import type { FacetView } from '#components/search/facet-list.tsx';
import { FacetsForm } from '#components/search/facets-form.tsx';
import { useFacetView } from '#components/search/labels.tsx';
import { ListResults } from '#components/search/list-results.tsx';
import { useOtherFilters } from '#components/search/other-filters.tsx';
import { PageOfList } from '#components/search/page-of-list.tsx';
import type { IgnoredParameter } from '#components/search/read-parameters.ts';
import { SearchForm } from '#components/search/search-form.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Records } from '#components/ui/record.tsx';
import type { CityRef } from '#lib/cities/contract.ts';
import type { listPracticesInput, PracticeList } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { NoPractice } from './no-practice.tsx';

const PATH = '/practices';

type Asked = Partial<Omit<z.output<typeof listPracticesInput>, 'limit'>>;

export type PracticeLibraryProps = {
  topics: Topic[];
  /** Topics that words without a result point to. */
  pointed: Topic[];
  city: CityRef | null;
  input: Asked;
  ignored: IgnoredParameter[];
  before: number;
  isSearchAway: boolean;
  list: PracticeList;
};

/** The library: words above, practices left, filters right; on a phone the filters follow the list. */
export function PracticeLibrary(props: PracticeLibraryProps) {
  const { city, input, list } = props;
  const t = useTranslations('practices');
  const s = useTranslations('search');
  const facets = useFacets(props);
  const others = useOtherFilters(city, input.commitment);
  const { cursor: _place, ...values } = input;
  const { q, ...filters } = values;
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      <SearchForm path={PATH} label={t('find')} hint={s('hint')} q={q ?? ''} kept={filters} />
      <Columns isBlock>
        <ListResults
          title={t('count', { total: list.total })}
          hint={list.total === 0 ? undefined : t(q && !props.isSearchAway ? 'bestFirst' : 'newestFirst')}
          ignored={props.ignored}
          isSearchAway={props.isSearchAway}
        >
          <ActiveFilters path={PATH} values={values} facets={facets} others={others} />
          <Practices {...props} values={values} />
        </ListResults>
        <FacetsForm
          path={PATH}
          facets={facets}
          kept={{ q, city: input.city, commitment: input.commitment }}
        />
      </Columns>
    </>
  );
}

function useFacets({ topics, input, list: { facets } }: PracticeLibraryProps): FacetView[] {
  const view = useFacetView(topics);
  return [
    view('topic', facets.topic, input.topic, { isOpen: true, first: 8 }),
    view('country', facets.country, input.country, { isOpen: true }),
    view('evidence', facets.evidence, input.evidence),
    view('year', facets.year, input.year),
    view('sdg', facets.sdg, input.sdg),
    view('pillar', facets.pillar, input.pillar),
  ];
}

function Practices({ list, input, before, pointed, values }: PracticeLibraryProps & { values: Asked }) {
  if (list.total === 0) return <NoPractice q={input.q} values={values} pointed={pointed} />;
  return (
    <>
      <Records>
        {list.items.map((practice) => (
          <PracticeRecord key={practice.id} practice={practice} />
        ))}
      </Records>
      <PageOfList
        path={PATH}
        values={values}
        before={before}
        count={list.items.length}
        total={list.total}
        next={list.next}
      />
    </>
  );
}
