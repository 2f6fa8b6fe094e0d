import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';
import { addressOf, type FilterValues, without } from './address.ts';
import type { FacetView } from './facet-list.tsx';

type Props = {
  path: string;
  /** Everything that the address holds; those of `facets` can be taken away one by one. */
  values: FilterValues;
  facets: FacetView[];
  /** Chosen by a link from another page. */
  others?: { name: string; value: string; label: ReactNode }[];
};

/** The filters in use, each a link that takes it away. Nothing when there are none. */
export function ActiveFilters({ path, values, facets, others = [] }: Props) {
  const t = useTranslations('search');
  const chosen = facets.flatMap((facet) =>
    facet.values
      .filter((one) => one.isChosen)
      .map(({ value, label }) => ({ name: facet.name, value, label })),
  );
  const all = [...others, ...chosen];
  if (all.length === 0) return null;
  return (
    <nav className="links noprint mb-4" aria-label={t('inUse')}>
      {all.map(({ name, value, label }) => (
        <a key={`${name}=${value}`} href={addressOf(path, without(values, name, value))}>
          <span className="hide">{t('remove')} </span>
          <span>{label}</span>
          <span aria-hidden="true" className="ml-1">
            ×
          </span>
        </a>
      ))}
      {all.length > 1 ? <a href={addressOf(path, { q: values.q })}>{t('removeAll')}</a> : null}
    </nav>
  );
}
