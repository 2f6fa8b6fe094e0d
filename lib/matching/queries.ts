import { z } from 'zod';
import type { CityRef } from '#lib/cities/contract.ts';
import { cityRefs } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { hostingOf } from '#lib/hosting/queries.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { findNeedId, needsById, needsOfCities } from '#lib/needs/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import { localText } from '#lib/platform/language.ts';
import { findPracticeId, practiceCards, practicesById } from '#lib/practices/queries.ts';
import { tiesOfPair, tiesWith } from '#lib/ties/queries.ts';
import { topicRows } from '#lib/topics/queries.ts';
import {
  type AnsweredNeed,
  type AnsweringPractice,
  getMatchesInput,
  type HeldPair,
  listNeedsForPracticeInput,
  listPracticesForNeedInput,
  type Match,
  type MatchList,
} from './contract.ts';
import { contextFit } from './listing/context-fit.ts';
import {
  type Labels,
  reasonOfNeed,
  reasonOfPractice,
  type Sides,
  toCover,
  toDirection,
  unknownsOf,
} from './listing/shapes.ts';
import { mayReadMatches } from './policy.ts';
import { pickMatches } from './rules.ts';
import {
  type CandidateRow,
  type CityFacts,
  type StoredCover,
  selectAnswered,
  selectAnswers,
  selectCandidates,
  selectCityFacts,
  selectDirections,
  selectFacts,
  selectMatchedSlugs,
  selectMatchStamp,
  selectPrices,
} from './store/lists.ts';
import { selectAllHeld, selectNotRelevant } from './store/pairs.ts';

async function topicLabels(tx: Tx, context: Context): Promise<Labels> {
  const rows = await topicRows(tx);
  return new Map(
    rows.map((row) => [
      row.code,
      localText({ text: row.label, language: 'en' }, 'label', row.translations, context.language),
    ]),
  );
}

/** Practices that answer a need, most relevant first, each with its reason. @throws SalingError `not-found` */
export const listPracticesForNeed = defineQuery({
  input: listPracticesForNeedInput,
  run: async (tx, input, context): Promise<{ items: AnsweringPractice[]; next: null }> => {
    const needId = await findNeedId(tx, input.needKey);
    if (needId === undefined) throw notFound();
    const [ranked, labels] = await Promise.all([
      selectAnswers(tx, needId, input.limit),
      topicLabels(tx, context),
    ]);
    const rows = new Map(ranked.map((row) => [row.key, row]));
    const ids = ranked.map((row) => row.id);
    const practices = new Map((await practicesById(tx, ids)).map((row) => [row.key, row]));
    const items = (await practiceCards(tx, context, ids)).flatMap((card) => {
      const row = rows.get(card.id);
      const practice = practices.get(card.id);
      if (row === undefined || practice === undefined) return [];
      return [{ ...card, reason: reasonOfPractice(row, card, practice, context.language, labels) }];
    });
    return { items, next: null };
  },
});

/** Needs that a practice could answer, most relevant first, each with its reason. @throws SalingError `not-found` */
export const listNeedsForPractice = defineQuery({
  input: listNeedsForPracticeInput,
  run: async (tx, input, context): Promise<{ items: AnsweredNeed[]; next: null }> => {
    const practiceId = await findPracticeId(tx, input.practiceKey);
    if (practiceId === undefined) throw notFound();
    const [ranked, labels] = await Promise.all([
      selectAnswered(tx, practiceId, input.limit),
      topicLabels(tx, context),
    ]);
    const rows = new Map(ranked.map((row) => [row.key, row]));
    const ids = ranked.map((row) => row.id);
    const items = (await needsById(tx, context, ids)).flatMap((need) => {
      const row = rows.get(need.id);
      if (row === undefined) return [];
      return [{ ...need, reason: reasonOfNeed(row, need, context.language, labels) }];
    });
    return { items, next: null };
  },
});

/** Keys of the practices that answer a need, in the order in which readers see them. @throws SalingError `not-found` */
export const rankPracticesForNeed = defineQuery({
  input: listPracticesForNeedInput,
  run: async (tx, input): Promise<string[]> => {
    const needId = await findNeedId(tx, input.needKey);
    if (needId === undefined) throw notFound();
    return (await selectAnswers(tx, needId, input.limit)).map((row) => row.key);
  },
});

/** The same with what decided about the order, for who measures it. @throws SalingError `not-found` */
export const scorePracticesForNeed = defineQuery({
  input: listPracticesForNeedInput,
  run: async (tx, input): Promise<{ key: string; score: number }[]> => {
    const needId = await findNeedId(tx, input.needKey);
    if (needId === undefined) throw notFound();
    return (await selectAnswers(tx, needId, input.limit)).map(({ key, score }) => ({ key, score }));
  },
});

/** What a place among those to learn from costs, by the city's id: for jobs that measure. */
export function pricesToLearnFrom(tx: Tx): Promise<Map<string, number>> {
  return selectPrices(tx, 'learn-from');
}

/**
 * Partners of a city, best first, with what each side can learn. Reads what was computed before.
 * @throws SalingError `not-found` for an unknown or former city, and to everybody but its own people
 */
export const getMatches = defineQuery({
  input: getMatchesInput,
  run: async (tx, input, context): Promise<MatchList> => {
    if (mayReadMatches(context.actor, input.slug) !== null) throw notFound();
    // Sent one after another without waiting: they share one connection.
    const [own, candidates, labels, hidden] = await Promise.all([
      selectCityFacts(tx, input.slug),
      selectCandidates(tx, input.slug, input.mode),
      topicLabels(tx, context),
      selectNotRelevant(tx, input.slug),
    ]);
    if (own === undefined || own.formerSince !== null) throw notFound();
    const { city, items, notRelevant } = await toMatches(tx, context, {
      own,
      picked: pickMatches(candidates, input),
      labels,
      hidden,
    });
    return {
      city,
      mode: input.mode,
      items,
      notRelevant,
      next: null,
      empty: items.length > 0 ? null : whyEmpty(own, input),
    };
  },
});

/**
 * What a match page of the city is made of now, as a digest: an open page compares.
 * @throws SalingError `not-found` as for the matches themselves
 */
export const getMatchStamp = defineQuery({
  input: getMatchesInput.pick({ slug: true }),
  run: async (tx, { slug }, context): Promise<string> => {
    if (mayReadMatches(context.actor, slug) !== null) throw notFound();
    const stamp = await selectMatchStamp(tx, slug);
    if (stamp === undefined) throw notFound();
    return stamp;
  },
});

function whyEmpty(own: CityFacts, input: z.output<typeof getMatchesInput>): MatchList['empty'] {
  if (own.needs === 0) return 'no-need';
  return input.mode === 'exchange' && own.practices === 0 ? 'no-practice' : 'no-good-match';
}

async function toMatches(
  tx: Tx,
  context: Context,
  given: { own: CityFacts; picked: readonly CandidateRow[]; labels: Labels; hidden: readonly string[] },
): Promise<{ city: CityRef; items: Match[]; notRelevant: CityRef[] }> {
  const pairs = await toPairs(tx, context, { ...given, ids: given.picked.map((one) => one.id) });
  return { ...pairs, items: pairs.items.filter(({ learn }) => learn.covers.length > 0) };
}

/** In the order of `ids`, also where nothing is close enough. `hidden`: cities of which no more than the name is asked. */
async function toPairs(
  tx: Tx,
  context: Context,
  given: { own: CityFacts; ids: readonly string[]; labels: Labels; hidden?: readonly string[] },
): Promise<{ city: CityRef; items: Match[]; notRelevant: CityRef[] }> {
  const { own, ids, labels, hidden = [] } = given;
  const now = new Date(own.now);
  const [refs, directions, facts, ties, hosting] = await Promise.all([
    cityRefs(tx, [own.id, ...ids, ...hidden]),
    selectDirections(tx, own.id, ids),
    selectFacts(tx, ids),
    tiesWith(tx, own.id, ids),
    hostingOf(tx, ids, now),
  ]);
  const city = refs.get(own.id);
  if (city === undefined) throw notFound();
  const covers = directions.flatMap((row) => row.covers);
  const sides = await recordsOf(tx, context, covers, refs);
  const direction = (from: CityFacts, to: CityFacts) => {
    const row = directions.find((one) => one.cityId === from.id && one.otherCityId === to.id);
    return toDirection(row, from, to, (cover) => toCover(cover, sides, context.language, labels));
  };
  const items = ids.flatMap((id) => {
    const ref = refs.get(id);
    const other = facts.find((one) => one.id === id);
    if (ref === undefined || other === undefined) return [];
    const match = {
      city: ref,
      learn: direction(own, other),
      share: direction(other, own),
      context: contextFit(own, other, now),
      ties: tiesOfPair(ties, id, refs),
      hosting: hosting(id),
    };
    return [{ ...match, unknown: unknownsOf(match) }];
  });
  return { city, items, notRelevant: hidden.flatMap((id) => refs.get(id) ?? []) };
}

/**
 * What is on record of two cities for each other, whether or not the second is suggested to the first: for an
 * exchange that they have begun. @throws SalingError `not-found` as for the matches of the first
 */
export const getPair = defineQuery({
  input: z.object({ slug: slugField, otherSlug: slugField }),
  run: async (tx, { slug, otherSlug }, context): Promise<Match> => {
    if (mayReadMatches(context.actor, slug) !== null) throw notFound();
    const own = await selectCityFacts(tx, slug);
    const other = await selectCityFacts(tx, otherSlug);
    if (own === undefined || other === undefined) throw notFound();
    const labels = await topicLabels(tx, context);
    const [pair] = (await toPairs(tx, context, { own, ids: [other.id], labels })).items;
    if (pair === undefined) throw notFound();
    return pair;
  },
});

/** Pairs that are never suggested, of cities that the officer serves. @throws SalingError `not-found` to others */
export const listHeldPairs = defineQuery({
  input: getMatchesInput.pick({}),
  run: async (tx, _input, { actor }): Promise<HeldPair[]> => {
    if (actor.kind !== 'person' || !isOfficer(actor)) throw notFound();
    const rows = await selectAllHeld(tx, actor.isTrial);
    const cities = await cityRefs(
      tx,
      rows.flatMap((row) => [row.cityLow, row.cityHigh]),
    );
    return rows.flatMap(({ cityLow, cityHigh, reason, createdAt }) => {
      const pair = [cities.get(cityLow), cities.get(cityHigh)].filter((city) => city !== undefined);
      const [one, other] = pair.sort((a, b) => (a.name < b.name ? -1 : 1));
      return one === undefined || other === undefined
        ? []
        : [{ one, other, reason, since: createdAt.toISOString() }];
    });
  },
});

async function recordsOf(
  tx: Tx,
  context: Context,
  covers: readonly StoredCover[],
  cities: ReadonlyMap<string, CityRef>,
): Promise<Sides> {
  const needIds = [...new Set(covers.map((cover) => cover.needId))];
  const [needs, practices] = await Promise.all([
    needsOfCities(tx, context, needIds, cities),
    practicesById(tx, [...new Set(covers.map((cover) => cover.practiceId))]),
  ]);
  return {
    needs: new Map(needs.map((need) => [need.id, need])),
    practices: new Map(practices.map((row) => [row.id, row])),
  };
}

/** Slugs of the cities that matches can be asked for, alphabetical. */
export const listMatchedCities = defineQuery({
  input: getMatchesInput.pick({}).optional(),
  run: (tx): Promise<string[]> => selectMatchedSlugs(tx),
});
