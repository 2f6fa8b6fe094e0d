import type { CityCard } from '#lib/cities/contract.ts';

export type Reason = 'country' | 'size' | 'coastal' | 'inland';
type Compared = Pick<CityCard, 'country' | 'sizeBand' | 'coast'>;

/** What two cities have in common, as far as it is known. */
export function reasonsOfLikeness(own: Compared, other: Compared): Reason[] {
  const reasons: Reason[] = [];
  if (own.country === other.country) reasons.push('country');
  if (own.sizeBand !== 'unknown' && own.sizeBand === other.sizeBand) reasons.push('size');
  if (own.coast !== 'unknown' && own.coast === other.coast) reasons.push(own.coast);
  return reasons;
}
