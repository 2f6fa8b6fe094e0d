import type { CITY_KINDS, CityList, COASTS, FORUMS, SIZE_BANDS } from '#lib/cities/contract.ts';
import type { Country } from '#lib/platform/fields.ts';

/** The filters in the order in which they stand on the page; each is a parameter of the address. */
export const FACETS = ['country', 'kind', 'forum', 'topic', 'coast', 'size'] as const;
export type FacetName = (typeof FACETS)[number] & keyof CityList['facets'];

/** What an address of the list asks for, with everything that is not known left out. */
export type CityFilter = {
  q: string;
  country: Country[];
  kind: (typeof CITY_KINDS)[number][];
  forum: (typeof FORUMS)[number][];
  topic: string[];
  coast: (typeof COASTS)[number][];
  size: (typeof SIZE_BANDS)[number][];
  view: 'list' | 'map';
  cursor: string | undefined;
  /** Something in the address was not understood. */
  isPartlyIgnored: boolean;
};

/** The address of this state of the list, with some of it changed; what is as usual is not written. */
export function cityListHref(filter: CityFilter, changes: Partial<CityFilter> = {}): string {
  const state = { ...filter, ...changes };
  const query = new URLSearchParams();
  if (state.q !== '') query.set('q', state.q);
  for (const facet of FACETS) for (const value of state[facet]) query.append(facet, value);
  if (state.view === 'map') query.set('view', 'map');
  if (state.cursor !== undefined) query.set('cursor', state.cursor);
  const text = query.toString();
  return text === '' ? '/cities' : `/cities?${text}`;
}

export function hasFacets(filter: CityFilter): boolean {
  return FACETS.some((facet) => filter[facet].length > 0);
}
