import { sizeBand } from '#lib/cities/rules.ts';
import type { CityRow } from '#lib/cities/store.ts';

export type CityContext = Pick<CityRow, 'population' | 'isCoastal' | 'languages' | 'country'>;

/**
 * How alike two cities are in context, 0 to 7: closeness of size (up to 3, by order of magnitude), same coast
 * (2, only where both are known), a language in common (1), same country (1).
 */
export function likeness(a: CityContext, b: CityContext): number {
  const coast = a.isCoastal !== null && a.isCoastal === b.isCoastal ? 2 : 0;
  const language = a.languages.some((code) => b.languages.includes(code)) ? 1 : 0;
  return closenessOfSize(a.population, b.population) + coast + language + (a.country === b.country ? 1 : 0);
}

function closenessOfSize(a: number | null, b: number | null): number {
  if (a === null || b === null || a <= 0 || b <= 0) return 0;
  const apart = Math.abs(Math.log10(a) - Math.log10(b));
  return Math.max(0, 2 - 2 * apart) + (sizeBand(a) === sizeBand(b) ? 1 : 0);
}
