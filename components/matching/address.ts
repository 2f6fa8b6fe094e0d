import { addressOf } from '#components/search/address.ts';
import type { MatchMode } from '#lib/matching/contract.ts';
import type { Country } from '#lib/platform/fields.ts';

export const FIRST_MATCHES = 3;

export type MatchState = { slug: string; mode: MatchMode; country: Country | undefined; limit: number };

/** The address of a state of the page; the usual is not written. */
export function matchesHref({ slug, mode, country, limit }: MatchState): string {
  return addressOf(`/cities/${slug}/matches`, {
    mode: mode === 'exchange' ? undefined : mode,
    country,
    limit: limit === FIRST_MATCHES ? undefined : limit,
  });
}
