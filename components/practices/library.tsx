import type { z } from 'zod';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import type { FacetView } from '#components/search/facet-list.tsx';
import { useFacetView } from '#components/search/labels.tsx';
import { LibraryFrame } from '#components/search/library-frame.tsx';
import { PageOfList } from '#components/search/page-of-list.tsx';
import type { IgnoredParameter } from '#components/search/read-parameters.ts';
import { Records } from '#components/ui/record.tsx';
import { useTranslations } from '#i18n/words.ts';
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

/** The library of practices. */
export function PracticeLibrary(props: PracticeLibraryProps) {
  const { input, list } = props;
  const t = useTranslations('practices');
  const facets = useFacets(props);
  const { cursor: _place, ...values } = input;
  const order = t(input.q && !props.isSearchAway ? 'bestFirst' : 'newestFirst');
  return (
    <LibraryFrame
      path={PATH}
      words={{
        title: t('title'),
        lead: t('lead'),
        find: t('find'),
        count: t('count', { total: list.total }),
        order: list.total === 0 ? undefined : order,
      }}
      values={values}
      city={props.city}
      facets={facets}
      ignored={props.ignored}
      isSearchAway={props.isSearchAway}
    >
      <Practices {...props} values={values} />
    </LibraryFrame>
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
