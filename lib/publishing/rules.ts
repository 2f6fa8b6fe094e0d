import type { StoredEvent } from '#lib/core/events.ts';
import { MATCHES_RECOMPUTED } from '#lib/matching/contract.ts';
import { MOST_SLUGS } from './contract.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Cities, by their inner ids, that an event is about: whose record changed, or whose matches were computed anew. */
export function touchedCities(event: StoredEvent): { changed: string[]; recomputed: string[] } {
  const { cityId, cityIds, id } = event.payload;
  if (event.type === MATCHES_RECOMPUTED) {
    return { changed: [], recomputed: Array.isArray(cityIds) ? cityIds.filter(isText) : [] };
  }
  const changed = event.type.startsWith('city.') ? id : cityId;
  return { changed: isText(changed) ? [changed] : [], recomputed: [] };
}

/** Parts of a list that fit into one notice each. */
export function inNotices(slugs: readonly string[]): string[][] {
  const count = Math.ceil(slugs.length / MOST_SLUGS);
  return Array.from({ length: count }, (_, part) => slugs.slice(part * MOST_SLUGS, (part + 1) * MOST_SLUGS));
}
