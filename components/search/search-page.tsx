import { Local } from '#components/site/local.tsx';
import { More } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { LinkRow } from '#components/ui/links.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { SearchLine } from '#components/ui/search-line.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { SearchHit } from '#lib/discovery/contract.ts';
import { MAX_QUERY } from '#lib/platform/fields.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { addressOf } from './address.ts';
import { Hits } from './hits.tsx';

export const KINDS = ['practice', 'need', 'city', 'topic'] as const;
export type Group = { kind: (typeof KINDS)[number]; items: SearchHit[] };
export type SearchPageProps = {
  /** What is looked for, and all that was typed. */
  q: string;
  typed: string;
  /** The words were longer than can be searched for. */
  isCut: boolean;
  groups: Group[];
  /** Topics that the words point to. */
  topics: Topic[];
  isAway: boolean;
};

const PLACES = { practice: '/practices', need: '/needs', city: '/cities', topic: '/topics' } as const;

/** One box over everything; the best of each kind in a section of its own. */
export function SearchPage(props: SearchPageProps) {
  const t = useTranslations('search');
  return (
    <>
      <PageTitle title={t('title')} under={t('ask')} />
      <search>
        <form action="/search" className="read">
          <SearchLine
            id="q"
            name="q"
            label={t('label')}
            hint={t('hint')}
            value={props.typed}
            button={t('button')}
          />
        </form>
      </search>
      <div className="mt-12 md:mt-16">
        {props.isCut ? <Notice>{t('tooLong', { maximum: MAX_QUERY })}</Notice> : null}
        <Answer {...props} />
      </div>
    </>
  );
}

function Answer({ q, groups, topics, isAway }: SearchPageProps) {
  const t = useTranslations('search');
  if (isAway) {
    return (
      <Empty title={t('awayTitle')}>
        <p>{t('awayText')}</p>
        <Browse />
      </Empty>
    );
  }
  if (q === '') return <Browse />;
  return (
    <>
      {groups.length === 0 ? <Nothing /> : null}
      {groups.map(({ kind, items }) => (
        <Section key={kind} title={t(`group.${kind}`)} id={kind} place="block">
          <Hits items={items} />
          <More>
            <a href={kind === 'topic' ? PLACES.topic : addressOf(PLACES[kind], { q })}>{t(`more.${kind}`)}</a>
          </More>
        </Section>
      ))}
      <PointedTopics topics={groups.some(({ kind }) => kind === 'topic') ? [] : topics} />
    </>
  );
}

function Nothing() {
  const t = useTranslations('search');
  return (
    <Empty title={t('nothing')}>
      <p>
        <a className="linkline" href="/#problem">
          {t('describe')}
        </a>
      </p>
      <Browse />
    </Empty>
  );
}

/** Topics that the words point to, where none has the words in its own name. */
function PointedTopics({ topics }: { topics: Topic[] }) {
  const t = useTranslations('search');
  if (topics.length === 0) return null;
  return (
    <Section title={t('pointTo')} place="block">
      <LinkRow
        label={t('pointTo')}
        items={topics.map((topic) => ({ href: `/topics/${topic.code}`, label: <Local of={topic.label} /> }))}
      />
    </Section>
  );
}

function Browse() {
  const t = useTranslations('search');
  return (
    <LinkRow
      label={t('browse')}
      items={KINDS.map((kind) => ({ href: PLACES[kind], label: t(`group.${kind}`) }))}
    />
  );
}
