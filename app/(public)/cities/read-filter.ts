import type { CityFilter } from '#components/cities/city-filter.ts';
import { CITY_KINDS, COASTS, FORUMS, SIZE_BANDS } from '#lib/cities/contract.ts';
import { COUNTRIES } from '#lib/platform/fields.ts';

export type Search = Record<string, string | string[] | undefined>;

const LONGEST_NAME = 200;
const KNOWN = ['q', 'country', 'kind', 'forum', 'topic', 'coast', 'size', 'view', 'cursor', 'lang'];

/**
 * What the address asks for. A person who follows a broken link gets the rest of it, and is told: values that
 * nobody knows are left out.
 * @param topics codes of the controlled list.
 */
export function readCityFilter(search: Search, topics: readonly string[]): CityFilter {
  let isPartlyIgnored = Object.keys(search).some((name) => !KNOWN.includes(name));
  const some = <Value extends string>(name: string, known: readonly Value[]): Value[] => {
    const given = all(search[name]).filter((value) => value !== '');
    const found = known.filter((value) => given.includes(value));
    if (given.some((value) => !known.some((one) => one === value))) isPartlyIgnored = true;
    return found;
  };
  const filter = {
    q: (all(search.q)[0] ?? '').toWellFormed().trim().slice(0, LONGEST_NAME).toWellFormed(),
    country: some('country', COUNTRIES),
    kind: some('kind', CITY_KINDS),
    forum: some('forum', FORUMS),
    topic: some('topic', topics),
    coast: some('coast', COASTS),
    size: some('size', SIZE_BANDS),
    view: some('view', ['list', 'map'] as const)[0] ?? 'list',
    cursor: all(search.cursor)[0],
  };
  return { ...filter, isPartlyIgnored };
}

function all(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
