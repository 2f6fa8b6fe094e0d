import type { z } from 'zod';
import type { CityCard, CityList, Facet, listCitiesInput } from '#lib/cities/contract.ts';
import type { CityWithCounts, MembershipRow } from '#lib/cities/store.ts';
import { countFacet } from '#lib/platform/facets.ts';
import { fold } from '#lib/platform/text/fold.ts';
import { toCard } from './shapes.ts';

type Input = z.output<typeof listCitiesInput>;
export type CityFacts = { card: CityCard; names: string; forums: string[]; topics: string[] };

export function cityFilters(
  row: CityWithCounts,
  memberships: readonly MembershipRow[],
  topics: ReadonlyMap<string, ReadonlySet<string>>,
): CityFacts {
  return {
    card: toCard(row),
    names: fold(`${row.city.name} ${row.city.localName ?? ''}`),
    forums: memberships
      .filter((one) => one.cityId === row.city.id && one.status !== 'to-be-confirmed')
      .map((one) => one.forum),
    topics: [...(topics.get(row.city.id) ?? [])],
  };
}

const TESTS = {
  country: (fact: CityFacts) => [fact.card.country],
  kind: (fact: CityFacts) => [fact.card.kind],
  forum: (fact: CityFacts) => fact.forums,
  topic: (fact: CityFacts) => fact.topics,
  coast: (fact: CityFacts) => [fact.card.coast],
  size: (fact: CityFacts) => [fact.card.sizeBand],
} satisfies Record<string, (fact: CityFacts) => string[]>;
type Filter = keyof typeof TESTS;
const FILTERS: readonly Filter[] = ['country', 'kind', 'forum', 'topic', 'coast', 'size'];

/** The input as filters compare it: what was typed is folded once, not once for each city and count. */
export function foldedInput(input: Input): Input {
  return input.q === undefined ? input : { ...input, q: fold(input.q).trim() };
}

/** Whether the city passes every filter but `except`; `input` is folded. Values of one filter are alternatives. */
export function matchesCity(fact: CityFacts, input: Input, except?: Filter): boolean {
  if (input.q !== undefined && !fact.names.includes(input.q)) return false;
  return FILTERS.every((filter) => {
    const wanted: readonly string[] | undefined = input[filter];
    if (filter === except || wanted === undefined || wanted.length === 0) return true;
    return TESTS[filter](fact).some((value) => wanted.includes(value));
  });
}

export function countCityFacets(facts: readonly CityFacts[], input: Input): CityList['facets'] {
  const facet = (filter: Filter): Facet =>
    countFacet(facts.filter((fact) => matchesCity(fact, input, filter)).flatMap(TESTS[filter]));
  return {
    country: facet('country'),
    kind: facet('kind'),
    forum: facet('forum'),
    topic: facet('topic'),
    coast: facet('coast'),
    size: facet('size'),
  };
}
