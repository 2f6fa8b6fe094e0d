import { type CityFact, FACT_FORMS, FACT_KEYS, type FactKey, type FactValue } from '#lib/cities/contract.ts';
import { coastOf } from '#lib/cities/rules.ts';
import type { CityRow, CityWithCounts, SaidFact } from '#lib/cities/store.ts';
import type { CityContext } from './likeness.ts';

type Compiled = Pick<CityFact, 'value' | 'year' | 'source'>;
export type Facts = Partial<Record<FactKey, CityFact>>;

/** The page of a record of GeoNames stands among the sources of its city. */
const sourceOf = (text: string | null, sources: readonly string[]): CityFact['source'] => {
  if (text === null) return null;
  if (/^https?:\/\//.test(text)) return { title: null, url: text };
  const url = text.startsWith('GeoNames') ? sources.find((one) => one.includes('geonames.org')) : undefined;
  return { title: text, url: url ?? null };
};

/** What the data files say of a fact. */
export function compiledFact(city: CityRow, key: FactKey): Compiled | null {
  const plain = (value: FactValue): Compiled => ({ value, year: null, source: null });
  switch (key) {
    case 'population': {
      if (city.population === null) return null;
      const source = sourceOf(city.populationSource, city.sources);
      return { value: city.population, year: city.populationYear, source };
    }
    case 'coast':
      return city.isCoastal === null ? null : plain(coastOf(city.isCoastal));
    case 'languages':
      return plain(city.languages);
    default:
      return null;
  }
}

/** What is known of a city, in the order of its page: its own word where there is one, else what was compiled. */
export function factsOf({ city, said }: Pick<CityWithCounts, 'city' | 'said'>): Facts {
  const own = new Map(said.map((fact) => [fact.key, fact]));
  const facts: Facts = {};
  for (const key of FACT_KEYS) {
    const fact = own.get(key);
    const shown = fact === undefined ? fromFiles(city, key) : fromCity(fact);
    if (shown !== null) facts[key] = shown;
  }
  return facts;
}

function fromFiles(city: CityRow, key: FactKey): CityFact | null {
  const compiled = compiledFact(city, key);
  const { unit } = FACT_FORMS[key];
  return compiled && { key, unit, ...compiled, origin: city.origin, confirmedAt: null };
}

function fromCity({
  key,
  state,
  value,
  year,
  sourceTitle,
  sourceUrl,
  confirmedAt,
}: SaidFact): CityFact | null {
  if (state === 'removed' || value === null) return null;
  const source = sourceTitle === null && sourceUrl === null ? null : { title: sourceTitle, url: sourceUrl };
  const at = confirmedAt === null ? null : new Date(confirmedAt).toISOString();
  return { key, value, unit: FACT_FORMS[key].unit, year, source, origin: 'city', confirmedAt: at };
}

/** Whether the city has looked at all that was compiled of it. */
export function isStatedByCity({ city, said }: Pick<CityWithCounts, 'city' | 'said'>): boolean {
  const own = new Set(said.map((fact) => fact.key));
  return own.size > 0 && FACT_KEYS.every((key) => own.has(key) || compiledFact(city, key) === null);
}

/** What cities are compared by, as it is known now. */
export function contextOf(row: Pick<CityWithCounts, 'city' | 'said'>): CityContext {
  const { population, coast, languages } = factsOf(row);
  return {
    population: numberValue(population),
    isCoastal: coast === undefined ? null : coast.value === 'coastal',
    languages: listValue(languages),
    country: row.city.country,
  };
}

export const numberValue = (fact: CityFact | undefined): number | null =>
  typeof fact?.value === 'number' ? fact.value : null;
export const listValue = (fact: CityFact | undefined): string[] =>
  Array.isArray(fact?.value) ? fact.value : [];
