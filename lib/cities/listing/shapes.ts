import type { City, CityCard, CityFact, CityRef } from '#lib/cities/contract.ts';
import { localNameLanguage, roleOf, sizeBand } from '#lib/cities/rules.ts';
import type { CityRow, CityWithCounts, MembershipRow } from '#lib/cities/store.ts';
import { compiledOn } from '#lib/core/compiled.ts';
import { COUNTRIES, type Country } from '#lib/platform/fields.ts';
import { factsOf, isStatedByCity, listValue, numberValue } from './facts.ts';

export function countryOf(row: CityRow): Country {
  const country = COUNTRIES.find((code) => code === row.country);
  if (country === undefined) throw new Error(`city ${row.key} has no known country`);
  return country;
}

export function toRef(row: CityRow): CityRef {
  const country = countryOf(row);
  return {
    slug: row.key,
    name: row.name,
    localName: row.localName === null ? null : { text: row.localName, language: localNameLanguage(country) },
    country,
    formerSince: row.formerSince,
  };
}

export function toCard(row: CityWithCounts): CityCard {
  const { city, needCount, practiceCount } = row;
  const facts = factsOf(row);
  return {
    ...toRef(city),
    kind: city.kind,
    role: roleOf(needCount, practiceCount),
    needCount,
    practiceCount,
    isCapital: city.isCapital,
    latitude: city.latitude,
    longitude: city.longitude,
    sizeBand: sizeBand(numberValue(facts.population)),
    coast: coastIn(facts.coast),
  };
}

export function toCity(row: CityWithCounts, memberships: MembershipRow[]): City {
  const { city } = row;
  const facts = factsOf(row);
  const listed = Object.values(facts);
  const isStated = isStatedByCity(row);
  const note = (text: string | null) =>
    text === null ? null : { text, language: city.language, isUncheckedTranslation: false };
  return {
    ...toCard(row),
    population: toPopulation(facts.population),
    facts: listed,
    timeZone: city.timeZone,
    languages: listValue(facts.languages),
    smartCitiesPhase: city.smartCitiesPhase,
    forums: memberships.map(({ forum, status, sinceOn, sourceUrl }) => ({
      forum,
      status,
      since: sinceOn,
      sourceUrl,
    })),
    forumsNote: note(city.forumsNote),
    coordinatesNote: note(city.coordinatesNote),
    formerNote: note(city.formerNote),
    sources: city.sources,
    origin: isStated ? 'city' : city.origin,
    confirmedAt: isStated ? oldestOf(listed) : (city.confirmedAt?.toISOString() ?? null),
    compiledOn: isStated ? null : compiledOn(city),
    version: city.version,
  };
}

function coastIn(fact: CityFact | undefined): CityCard['coast'] {
  return fact?.value === 'coastal' || fact?.value === 'inland' ? fact.value : 'unknown';
}

function toPopulation(fact: CityFact | undefined): City['population'] {
  const value = numberValue(fact);
  if (fact === undefined || value === null) return null;
  return { value, year: fact.year, source: fact.source?.title ?? fact.source?.url ?? null };
}

function oldestOf(facts: readonly CityFact[]): string | null {
  return facts.flatMap((fact) => fact.confirmedAt ?? []).sort()[0] ?? null;
}
