import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { NeedRecord } from '#components/records/need-record.tsx';
import { ActiveFilters } from '#components/search/active-filters.tsx';
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
import type { listNeedsInput, NeedList } from '#lib/needs/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { NoNeed } from './no-need.tsx';

const PATH = '/needs';

type Asked = Partial<Omit<z.output<typeof listNeedsInput>, 'limit'>>;

export type NeedLibraryProps = {
  topics: Topic[];
  city: CityRef | null;
  input: Asked;
  ignored: IgnoredParameter[];
  before: number;
  isSearchAway: boolean;
  list: NeedList;
};

/** What cities look for, in alphabetical order of city; the same page as the library of practices. */
export function NeedLibrary(props: NeedLibraryProps) {
  const { topics, city, input, list } = props;
  const t = useTranslations('needs');
  const s = useTranslations('search');
  const view = useFacetView(topics);
  const others = useOtherFilters(city, input.commitment);
  const facets = [
    view('topic', list.facets.topic, input.topic, { isOpen: true, first: 8 }),
    view('country', list.facets.country, input.country, { isOpen: true }),
  ];
  const { cursor: _place, ...values } = input;
  const { q, ...filters } = values;
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      <SearchForm path={PATH} label={t('find')} hint={s('hint')} q={q ?? ''} kept={filters} />
      <Columns isBlock>
        <ListResults
          title={t('count', { total: list.total })}
          hint={list.total === 0 ? undefined : t(q && !props.isSearchAway ? 'bestFirst' : 'byCity')}
          ignored={props.ignored}
          isSearchAway={props.isSearchAway}
        >
          <ActiveFilters path={PATH} values={values} facets={facets} others={others} />
          <Needs {...props} values={values} />
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

function Needs({ list, input, before, values }: NeedLibraryProps & { values: Asked }) {
  if (list.total === 0) return <NoNeed q={input.q} />;
  return (
    <>
      <Records>
        {list.items.map((need) => (
          <NeedRecord key={need.id} need={need} />
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
