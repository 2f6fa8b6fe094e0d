import { z } from 'zod';
import { decodeCursor, pageOf } from '#lib/core/cursor.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import {
  type City,
  type CityCard,
  type CityList,
  type CityRef,
  FORUMS,
  type ForumMembership,
  getCityInput,
  listCitiesInput,
  listMapInput,
  similarCitiesInput,
} from './contract.ts';
import { contextOf, type Facts, factsOf } from './listing/facts.ts';
import { cityFilters, countCityFacets, foldedInput, matchesCity } from './listing/filters.ts';
import { likeness } from './listing/likeness.ts';
import { toCard, toCity, toRef } from './listing/shapes.ts';
import {
  type CityRow,
  selectCities,
  selectCitiesById,
  selectCity,
  selectCityIds,
  selectMemberships,
  selectTopicsByCity,
  selectUnansweredMemberships,
} from './store.ts';

/** Cities in alphabetical order. Former cities are listed, and say so. */
export const listCities = defineQuery({
  input: listCitiesInput,
  run: async (tx, input): Promise<CityList> => {
    const offset = decodeCursor(input.cursor);
    const [rows, memberships, topics] = [
      await selectCities(tx),
      await selectMemberships(tx),
      await selectTopicsByCity(tx),
    ];
    const facts = rows.map((row) => cityFilters(row, memberships, topics));
    const wanted = foldedInput(input);
    const found = facts.filter((fact) => matchesCity(fact, wanted));
    const page = found.slice(offset, offset + input.limit + 1).map((fact) => fact.card);
    return {
      ...pageOf(page, offset, input.limit),
      total: found.length,
      facets: countCityFacets(facts, wanted),
    };
  },
});

/** Every city as a point of the map, alphabetical; 129 rows in the sample data. */
export const listMapCities = defineQuery({
  input: listMapInput,
  run: async (tx): Promise<CityCard[]> => (await selectCities(tx)).map(toCard),
});

/** @throws SalingError `not-found` */
export const getCity = defineQuery({
  input: getCityInput,
  run: async (tx, input): Promise<City> => {
    const row = await selectCity(tx, input.slug);
    if (row === undefined) throw notFound();
    return toCity(row, await selectMemberships(tx, input.slug));
  },
});

/** Cities most like it (size, coast, country, languages) that have records, never former ones. */
export const listSimilarCities = defineQuery({
  input: similarCitiesInput,
  run: async (tx, input): Promise<CityCard[]> => {
    const rows = await selectCities(tx);
    const own = rows.find((row) => row.city.key === input.slug);
    if (own === undefined) throw notFound();
    return rows
      .filter((row) => row.city.id !== own.city.id && row.city.formerSince === null)
      .filter((row) => row.needCount + row.practiceCount > 0)
      .map((row) => ({ row, likeness: likeness(contextOf(own), contextOf(row)) }))
      .sort((a, b) => b.likeness - a.likeness || (a.row.city.key < b.row.city.key ? -1 : 1))
      .slice(0, input.limit)
      .map(({ row }) => toCard(row));
  },
});

/** References to cities by database id, for domains to the right that name a record's city. */
export async function cityRefs(tx: Tx, ids: readonly string[]): Promise<Map<string, CityRef>> {
  const rows = await selectCitiesById(tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, toRef(row)]));
}

/** Database ids by slug, for commands that check what a record names. */
export function cityIds(tx: Tx): Promise<Map<string, string>> {
  return selectCityIds(tx);
}

/** Database id of a city that the actor may see. */
export async function findCityId(tx: Tx, slug: string): Promise<string | undefined> {
  return (await selectCity(tx, slug))?.city.id;
}

/** One city that the actor may see, by database id. */
export async function cityById(tx: Tx, id: string): Promise<CityRow | undefined> {
  return (await selectCitiesById(tx, [id]))[0];
}

/** Every city that the actor may see: for jobs that index and match. */
export async function allCities(tx: Tx): Promise<CityRow[]> {
  return (await selectCities(tx)).map((row) => row.city);
}

export { toCity, toRef } from './listing/shapes.ts';
export type { CityRow, MembershipRow } from './store.ts';

/** Cities whose membership of the officer's forum nobody has answered yet. */
export const listUnansweredMemberships = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor }): Promise<{ city: CityRef; note: string | null }[]> => {
    const forums = FORUMS.filter((forum) => isOfficer(actor, forum));
    if (forums.length === 0) throw notFound();
    const rows = await selectUnansweredMemberships(tx, forums);
    return rows.map((row) => ({ city: toRef(row), note: row.forumsNote }));
  },
});

/** What is on record of every city in the officer's own forums, in the order of the alphabet. */
export const listForumMemberships = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor }): Promise<ForumMembership[]> => {
    const forums = FORUMS.filter((forum) => isOfficer(actor, forum));
    if (forums.length === 0) throw notFound();
    const [rows, memberships] = [await selectCities(tx), await selectMemberships(tx)];
    return rows.flatMap(({ city }) =>
      memberships
        .filter((row) => row.cityId === city.id && forums.includes(row.forum))
        .map(({ forum, status, sinceOn: since, sourceUrl }) => ({
          city: toRef(city),
          forum,
          status,
          since,
          sourceUrl,
        })),
    );
  },
});
/** What is known of a city, and what the data files say of the same: for the domain in which the city states it. */
export async function knownFacts(
  tx: Tx,
  slug: string,
): Promise<{ cityId: string; shown: Facts; compiled: Facts } | undefined> {
  const row = await selectCity(tx, slug);
  if (row === undefined) return undefined;
  return { cityId: row.city.id, shown: factsOf(row), compiled: factsOf({ city: row.city, said: [] }) };
}

export { type SaidFact, saidFacts } from './store.ts';
