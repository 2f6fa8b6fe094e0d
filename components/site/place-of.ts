import type { Place } from './header.tsx';

const PLACES: readonly Place[] = ['our-city', 'desk', 'cities', 'practices'];

/** The place of the header that a path belongs to; undefined for pages that belong to none. */
export function placeOf(path: string | undefined): Place | undefined {
  const first = path?.split(/[/?#]/, 2)[1];
  if (first === 'exchanges') return 'our-city';
  return PLACES.find((place) => place === first);
}
