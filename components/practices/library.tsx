import type { ReactNode } from 'react';
import type { z } from 'zod';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import type { FacetView } from '#components/search/facet-list.tsx';
import { useFacetView } from '#components/search/labels.tsx';
import { LibraryFrame } from '#components/search/library-frame.tsx';
import { PageOfList } from '#components/search/page-of-list.tsx';
import type { IgnoredParameter } from '#components/search/read-parameters.ts';
import { Local } from '#components/site/local.tsx';
import { Records } from '#components/ui/record.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import {
  isFoundByTopic,
  type listPracticesInput,
  type PracticeCard,
  type PracticeList,
} from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { NoPractice } from './no-practice.tsx';

const PATH = '/practices';

type Asked = Partial<Omit<z.output<typeof listPracticesInput>, 'limit'>>;

export type PracticeLibraryProps = {
  topics: Topic[];
  /** Topics that the words point to, where the words by themselves found nothing or show no reason. */
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
  const foundBy = useFoundBy(pointed);
  if (list.total === 0) return <NoPractice q={input.q} values={values} pointed={pointed} />;
  return (
    <>
      <Records>
        {list.items.map((practice) => (
          <PracticeRecord key={practice.id} practice={practice} why={foundBy(practice)} />
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

/** Why a practice was found whose title and summary hold none of the words: the words are of one of its topics. */
function useFoundBy(pointed: Topic[]): (practice: PracticeCard) => ReactNode {
  const t = useTranslations('practices');
  const format = useFormatter();
  return (practice) => {
    const own = pointed.filter(({ code }) => practice.topics.includes(code));
    if (own.length === 0 || !isFoundByTopic(practice)) return undefined;
    const labels = format.list(
      own.map((topic) => <Local key={topic.code} of={topic.label} />),
      { type: 'unit' },
    );
    return t.rich('foundBy', { topics: () => labels });
  };
}
