import type { StoredEvent } from '#lib/core/events.ts';
import { MOST_SLUGS } from './contract.ts';

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

export type Touched = { changed: string[]; recomputed: string[] };

const touched = (given: unknown): Touched => {
  const { changedCityIds, cityIds } = (given ?? {}) as Record<string, unknown>;
  return { changed: texts(changedCityIds), recomputed: texts(cityIds) };
};

/**
 * Cities, by their inner ids, that a computation was about: one of their records changed, or their matches. `tried`:
 * only for desks of the trial copy.
 */
export function touchedCities(event: Pick<StoredEvent, 'payload'>): { real: Touched; tried: Touched } {
  return { real: touched(event.payload), tried: touched(event.payload.tried) };
}

/** Parts of a list that fit into one notice each, each name once. */
export function inNotices(slugs: readonly string[]): string[][] {
  const names = [...new Set(slugs)];
  const count = Math.ceil(names.length / MOST_SLUGS);
  return Array.from({ length: count }, (_, part) => names.slice(part * MOST_SLUGS, (part + 1) * MOST_SLUGS));
}
