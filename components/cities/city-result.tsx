import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AseanMap, MapSource } from '#components/map/asean-map.tsx';
import { More } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { LinkRow, Pager } from '#components/ui/links.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import type { CityList } from '#lib/cities/contract.ts';
import { type CityFilter, cityListHref, hasFacets } from './city-filter.ts';
import { CityRows } from './city-list.tsx';

type Props = { filter: CityFilter; list: CityList };

/** The cities that fit, as a list or on the map, or what to do when there is none. */
export function CityResult({ filter, list }: Props) {
  const t = useTranslations('cities');
  return (
    <Section title={t('count', { count: list.total })} id="result">
      {list.total === 0 ? (
        <NoCity filter={filter} />
      ) : (
        <>
          <LinkRow
            label={t('view')}
            items={(['list', 'map'] as const).map((view) => ({
              href: cityListHref(filter, { view, cursor: undefined }),
              label: t(view),
              isCurrent: filter.view === view,
            }))}
          />
          <div className="mt-4">
            {filter.view === 'map' ? (
              <Mapped filter={filter} list={list} />
            ) : (
              <Listed filter={filter} list={list} />
            )}
          </div>
        </>
      )}
    </Section>
  );
}

function Listed({ filter, list }: Props) {
  const t = useTranslations('cities');
  const isFirst = filter.cursor === undefined;
  return (
    <>
      <CityRows cities={list.items} />
      {isFirst && list.next === null ? null : (
        <Pager
          label={t('pages')}
          said={t('shownOf', { shown: list.items.length, total: list.total })}
          next={
            list.next === null
              ? { href: cityListHref(filter, { cursor: undefined }), label: t('first') }
              : { href: cityListHref(filter, { cursor: list.next }), label: t('next') }
          }
        />
      )}
    </>
  );
}

function Mapped({ filter, list }: Props) {
  const t = useTranslations('cities');
  const map = useTranslations('map');
  const present = list.items.filter((city) => city.formerSince === null);
  const former = list.items.length - present.length;
  return (
    <div className="map">
      <a className="skip skip--here" href="#after-map">
        {map('skip')}
      </a>
      <AseanMap cities={present} finding={t('mapFinding', { count: present.length })} />
      <More>
        <a href={cityListHref(filter, { view: 'list', cursor: undefined })} id="after-map">
          {t('mapToList')}
        </a>
      </More>
      {former > 0 ? <p className="hint">{t('mapFormer', { count: former })}</p> : null}
      <SourceLine>
        <MapSource />
      </SourceLine>
    </div>
  );
}

function NoCity({ filter }: { filter: CityFilter }) {
  const t = useTranslations('cities');
  const problem = (words: ReactNode) => (
    <a key="a" href="/#problem">
      {words}
    </a>
  );
  return (
    <Empty title={filter.q === '' ? t('emptyTitle') : t('emptyName', { q: filter.q })}>
      <p>{hasFacets(filter) || filter.q !== '' ? t('emptyHelp') : null}</p>
      <p>{t.rich('emptyProblem', { a: problem })}</p>
      <More>
        <a href="/cities">{t('emptyAll')}</a>
      </More>
    </Empty>
  );
}
