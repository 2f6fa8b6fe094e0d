import type { City, CityCard, CityRef } from '#lib/cities/contract.ts';
import { coastOf, localNameLanguage, roleOf, sizeBand } from '#lib/cities/rules.ts';
import type { CityRow, CityWithCounts, MembershipRow } from '#lib/cities/store.ts';
import { COUNTRIES, type Country } from '#lib/platform/fields.ts';

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
  };
}

export function toCard(row: CityWithCounts): CityCard {
  const { city, needCount, practiceCount } = row;
  return {
    ...toRef(city),
    kind: city.kind,
    role: roleOf(needCount, practiceCount),
    needCount,
    practiceCount,
    isCapital: city.isCapital,
    latitude: city.latitude,
    longitude: city.longitude,
    sizeBand: sizeBand(city.population),
    coast: coastOf(city.isCoastal),
    formerSince: city.formerSince,
  };
}

export function toCity(row: CityWithCounts, memberships: MembershipRow[]): City {
  const { city } = row;
  const note = (text: string | null) =>
    text === null ? null : { text, language: city.language, isUncheckedTranslation: false };
  return {
    ...toCard(row),
    population:
      city.population === null
        ? null
        : { value: city.population, year: city.populationYear, source: city.populationSource },
    timeZone: city.timeZone,
    languages: city.languages,
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
    origin: city.origin,
    confirmedAt: city.confirmedAt?.toISOString() ?? null,
    version: city.version,
  };
}
