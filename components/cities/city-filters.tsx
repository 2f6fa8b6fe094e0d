import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Choice } from '#components/ui/choice.tsx';
import { Fold } from '#components/ui/fold.tsx';
import type { CityList } from '#lib/cities/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { type CityFilter, cityListHref, FACETS, type FacetName, hasFacets } from './city-filter.ts';
import { FindCity } from './find-city.tsx';

type Props = { filter: CityFilter; facets: CityList['facets']; topics: Topic[] };
type Option = { value: string; label: string; count: number; isChecked: boolean };

/** Name box and filters: a plain form whose every state is an address. */
export function CityFilters({ filter, facets, topics }: Props) {
  const t = useTranslations('cities');
  const options = useOptions({ filter, facets, topics });
  return (
    <search className="facets">
      <form action="/cities">
        {filter.view === 'map' ? <input type="hidden" name="view" value="map" /> : null}
        <FindCity value={filter.q} />
        <details className="fold mt-6 lg:[&>summary]:hidden lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:[block-size:auto]" open={hasFacets(filter)}>
          <summary>{t('filters')}</summary>
          <p className="hint">{t('filtersHint')}</p>
          {FACETS.map((facet) => (
            <Facet key={facet} name={facet} options={options(facet)} />
          ))}
          <p className="mt-6">
            <Button isLine>{t('apply')}</Button>
          </p>
          {hasFacets(filter) ? (
            <p className="more">
              <a href={cityListHref({ ...EMPTY, q: filter.q, view: filter.view })}>{t('clear')}</a>
            </p>
          ) : null}
        </details>
      </form>
    </search>
  );
}

const EMPTY: CityFilter = {
  q: '',
  country: [],
  kind: [],
  forum: [],
  topic: [],
  coast: [],
  size: [],
  view: 'list',
  cursor: undefined,
  isPartlyIgnored: false,
};

function Facet({ name, options }: { name: FacetName; options: Option[] }) {
  const t = useTranslations('cities');
  const chosen = options.filter((option) => option.isChecked);
  const title = t(`facet.${name}`);
  const summary =
    chosen.length === 0
      ? title
      : t('chosen', { name: title, values: chosen.map((option) => option.label).join(', ') });
  return (
    <div className="facet">
      <Fold summary={summary} isOpen={chosen.length > 0}>
        <fieldset>
          <legend className="hide">{title}</legend>
          {options.map((option) => (
            <Choice
              key={option.value}
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              isChecked={option.isChecked}
              hint={option.count}
            >
              {option.label}
            </Choice>
          ))}
        </fieldset>
      </Fold>
    </div>
  );
}

/** The choices of each filter with their words: bands of size in their order, the rest by the alphabet. */
function useOptions({ filter, facets, topics }: Props): (facet: FacetName) => Option[] {
  const language = useLocale();
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const labels = new Map(topics.map((topic) => [topic.code, topic.label.text]));
  const labelOf = (facet: FacetName, value: string): string => {
    switch (facet) {
      case 'country':
        return common(`country.${value}`);
      case 'topic':
        return labels.get(value) ?? value;
      case 'kind':
        return t(`kind.${value}`);
      case 'forum':
        return t(`forum.${value}`);
      case 'coast':
        return t(`coast.${value}`);
      case 'size':
        return t(`size.${value}`);
    }
  };
  return (facet) => {
    const counts = new Map(facets[facet].map(({ value, count }) => [value, count]));
    const chosen: readonly string[] = filter[facet];
    const values = [...new Set([...counts.keys(), ...chosen])];
    const options = values.map((value) => ({
      value,
      label: labelOf(facet, value),
      count: counts.get(value) ?? 0,
      isChecked: chosen.includes(value),
    }));
    return facet === 'size'
      ? options.sort((a, b) => SIZES.indexOf(a.value) - SIZES.indexOf(b.value))
      : options.sort((a, b) => a.label.localeCompare(b.label, language));
  };
}

const SIZES = ['under-100k', '100k-500k', '500k-1m', '1m-5m', 'over-5m', 'unknown'];
