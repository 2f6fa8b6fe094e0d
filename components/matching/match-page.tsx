import { Ignored } from '#components/search/ignored.tsx';
import type { IgnoredParameter } from '#components/search/read-parameters.ts';
import { More } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import { MAX_MATCHES, type MatchList } from '#lib/matching/contract.ts';
import { type MatchState, matchesHref } from './address.ts';
import { ChangeNotice } from './change-notice.tsx';
import { CityMatch } from './city-match.tsx';
import { MatchChoices } from './match-choices.tsx';
import { NoMatch } from './no-match.tsx';
import { NotRelevant, type SayRelevant } from './relevance.tsx';

type Props = {
  state: MatchState;
  list: MatchList;
  ignored: IgnoredParameter[];
  /** What the socket server calls a change of this page. */
  changeEvent: string;
  /** What the page is made of; the socket server compares. */
  stamp: string;
  now: Date;
  /** Null for who does not speak for the city. */
  say: SayRelevant | null;
};

/** Suggested partners of a city in one mode, the reasons first. */
export function MatchPage({ state, list, ignored, changeEvent, stamp, now, say }: Props) {
  const t = useTranslations('matching');
  const common = useTranslations('common');
  const cities = useTranslations('cities');
  const own = list.city;
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/cities', label: cities('title') },
          { href: `/cities/${own.slug}`, label: own.name },
        ]}
        crumbsLabel={common('breadcrumbs')}
        title={t('title', { city: own.name })}
        under={t(`lead.${state.mode}`, { city: own.name })}
      />
      <Notice>{t('suggested')}</Notice>
      <div className="mt-8">
        <Ignored items={ignored} />
      </div>
      <MatchChoices state={state} city={own} />
      <ChangeNotice
        slug={own.slug}
        event={changeEvent}
        stamp={stamp}
        words={{ label: t('live'), changed: t('changed'), reload: t('reload') }}
      />
      {list.empty === null ? null : <NoMatch why={list.empty} state={state} city={own} />}
      {list.items.map((match) => (
        <CityMatch key={match.city.slug} own={own} match={match} mode={state.mode} now={now} say={say} />
      ))}
      <NotRelevant say={say} cities={list.notRelevant} />
      <div className="block">
        {list.items.length === state.limit && state.limit < MAX_MATCHES ? (
          <More>
            <a href={matchesHref({ ...state, limit: MAX_MATCHES })}>{t('further')}</a>
          </More>
        ) : null}
        <SourceLine>{t('compiled', { compiled: common('compiled') })}</SourceLine>
      </div>
    </>
  );
}
