import type { z } from 'zod';
import { NeedRecord } from '#components/records/need-record.tsx';
import { useFacetView } from '#components/search/labels.tsx';
import { LibraryFrame } from '#components/search/library-frame.tsx';
import { PageOfList } from '#components/search/page-of-list.tsx';
import type { IgnoredParameter } from '#components/search/read-parameters.ts';
import { Records } from '#components/ui/record.tsx';
import { useTranslations } from '#i18n/words.ts';
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
  const { topics, input, list } = props;
  const t = useTranslations('needs');
  const view = useFacetView(topics);
  const facets = [
    view('topic', list.facets.topic, input.topic, { isOpen: true, first: 8 }),
    view('country', list.facets.country, input.country, { isOpen: true }),
  ];
  const { cursor: _place, ...values } = input;
  const order = t(input.q && !props.isSearchAway ? 'bestFirst' : 'byCity');
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
      <Needs {...props} values={values} />
    </LibraryFrame>
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
