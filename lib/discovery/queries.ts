import { getCityInput } from '#lib/cities/contract.ts';
import { cityRefs, listMapCities, toCity, toRef } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import { defineQuery } from '#lib/core/query.ts';
import { askSearch } from '#lib/core/search.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { shownHits } from '#lib/drafts/queries.ts';
import { findRestricted, needsById, needsByTopics, toNeed, toNeeds } from '#lib/needs/queries.ts';
import { localText } from '#lib/platform/language.ts';
import { MAX_HITS, type SearchAnswer } from '#lib/platform/search/engine.ts';
import { highlight } from '#lib/platform/text/highlight.ts';
import { isNoise } from '#lib/platform/text/noise.ts';
import { splitQueries } from '#lib/platform/text/split.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import { practiceCards, practiceCardsById, toPracticeCard } from '#lib/practices/queries.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { findByText, listTopics, topicRows, topicsOf, understandText } from '#lib/topics/queries.ts';
import { topicRecordId } from '#lib/topics/rules.ts';
import {
  type CityPage,
  type DescribedProblem,
  describeProblemInput,
  type Home,
  homeInput,
  type ProblemAnswer,
  type SearchHit,
  type SearchResult,
  searchInput,
} from './contract.ts';
import { draftNeed, fuse, raiseByTopics, sharedWords, weighTopics } from './rules.ts';
import {
  countByCommitment,
  selectCityPage,
  selectNeedsOfTheDay,
  selectNewestPractices,
  selectTitles,
  selectWorkedExample,
} from './store.ts';

const COMMITMENTS = [1, 2, 3, 4, 5, 6];
const NEWEST = 4;
const LOOKING = 5;
/** Topics that a text is taken to be about; more would blur it. */
const MOST_TOPICS = 5;
/** Best answers whose topics count. */
const VOTERS = 5;
/** Further hits to ask for: some may be records of desks of the trial copy, which others do not see. */
const HIDDEN = 20;
/** Hits of each short question that are looked at. */
const DEPTH = 60;

/** What the home page shows besides the box: one example, the map, newest practices, some needs, the commitments. */
export async function getHome(context: Context, rawInput?: unknown): Promise<Home> {
  parseInput(homeInput, rawInput);
  const [mapCities, { items: topics }] = await Promise.all([
    listMapCities(context, {}),
    listTopics(context, {}),
  ]);
  return withActor(context.actor, async (tx) => ({
    example: await exampleOf(tx, context),
    mapCities,
    newestPractices: await practiceCards(tx, context, await selectNewestPractices(tx, NEWEST)),
    lookingFor: await needsById(tx, context, await selectNeedsOfTheDay(tx, LOOKING)),
    commitments: await commitmentsOf(tx, topics),
  }));
}

async function exampleOf(tx: Tx, context: Context): Promise<Home['example']> {
  const found = await selectWorkedExample(tx, context.language);
  if (found === undefined) return null;
  const [need] = await needsById(tx, context, [found.needId]);
  const [practice] = await practiceCards(tx, context, [found.practiceId]);
  if (need === undefined || practice === undefined) return null;
  return { need, practice, reason: { topics: found.topics, words: found.words } };
}

async function commitmentsOf(tx: Tx, topics: readonly Topic[]): Promise<Home['commitments']> {
  const counts = await countByCommitment(tx);
  return COMMITMENTS.map((number) => ({
    number,
    ...(counts.get(number) ?? { practiceCount: 0, needCount: 0 }),
    topics: topics.filter((topic) => topic.commitment === number),
  }));
}

/**
 * What others did about a problem, described in any language. The text is asked as several short questions.
 * @throws SalingError `invalid`; `unavailable` when the search engine does not answer
 */
export async function describeProblem(
  context: Context,
  rawInput: Parameters<typeof describeProblemInput.parse>[0],
): Promise<DescribedProblem> {
  const input = parseInput(describeProblemInput, rawInput);
  const understood = await understandText(context, input.text);
  const chosen = input.topic?.map((code) => ({ code, weight: 1 }));
  const answers = await askPractices(input.text);
  const terms = [...new Set(answers.flatMap((answer) => answer.terms))].filter((term) => !isNoise(term));
  return withActor(context.actor, async (tx) => {
    const found = await fusedCards(tx, context, answers, terms);
    const topics = chosen ?? weighTopics(understood.topics, found.slice(0, VOTERS), MOST_TOPICS);
    const wanted = new Map(topics.map(({ code, weight }) => [code, weight]));
    const cards = raiseByTopics(found, wanted).map(({ card }) => card);
    const codes = topics.map((topic) => topic.code);
    const practices = cards.slice(0, input.limit);
    const closeNeeds = codes.length === 0 ? [] : await needsByTopics(tx, codes, { limit: 5 });
    return {
      topics: await topicsOf(tx, context, codes),
      language: understood.language,
      answers: practices.map((practice) => toAnswer(practice, codes, terms)),
      cities: citiesOf(practices),
      closeNeeds: await toNeeds(tx, context, closeNeeds),
      draft: { ...draftNeed(input.text), topics: codes },
    };
  });
}

async function askPractices(text: string): Promise<SearchAnswer[]> {
  const questions = splitQueries(text);
  if (questions.length === 0) return [];
  return askSearch((engine) =>
    engine.searchMany(
      questions.map((question) => ({
        text: question,
        kinds: ['practice'] as const,
        limit: DEPTH,
        prefix: false,
      })),
    ),
  );
}

async function fusedCards(
  tx: Tx,
  context: Context,
  answers: readonly SearchAnswer[],
  terms: readonly string[],
): Promise<{ card: PracticeCard; topics: string[]; score: number }[]> {
  const fused = await shownHits(tx, context, fuse(answers).slice(0, DEPTH));
  const rows = await practiceCardsById(
    tx,
    context,
    fused.map((hit) => hit.recordId),
    terms,
  );
  return fused.flatMap(({ recordId, score }) => {
    const card = rows.get(recordId);
    return card === undefined ? [] : [{ card, topics: card.topics, score }];
  });
}

function toAnswer(practice: PracticeCard, codes: readonly string[], terms: readonly string[]): ProblemAnswer {
  return {
    practice,
    reason: {
      topics: practice.topics.filter((topic) => codes.includes(topic)),
      words: sharedWords([practice.title.text, practice.summary.text], terms),
    },
  };
}

function citiesOf(practices: readonly PracticeCard[]): DescribedProblem['cities'] {
  const bySlug = new Map<string, DescribedProblem['cities'][number]>();
  for (const { city, id } of practices) {
    const entry = bySlug.get(city.slug) ?? { city, practiceIds: [] };
    entry.practiceIds.push(id);
    bySlug.set(city.slug, entry);
  }
  return [...bySlug.values()].sort((a, b) => a.city.name.localeCompare(b.city.name, 'en'));
}

/**
 * Search over all kinds of public records, best answer first.
 * @throws SalingError `invalid`; `unavailable` when the search engine does not answer
 */
export async function searchAll(
  context: Context,
  rawInput: Parameters<typeof searchInput.parse>[0],
): Promise<SearchResult> {
  const input = parseInput(searchInput, rawInput);
  const kinds = input.kind === undefined ? (['practice', 'need', 'city', 'topic'] as const) : [input.kind];
  const [{ hits, terms }, understood] = await Promise.all([
    findByText(input.q, kinds, Math.min(input.limit + HIDDEN, MAX_HITS)),
    understandText(context, input.q),
  ]);
  const codes = understood.topics.slice(0, MOST_TOPICS).map((topic) => topic.code);
  return withActor(context.actor, async (tx) => {
    const restricted = kinds.some((kind) => kind === 'need')
      ? await findRestricted(tx, context, input.q)
      : [];
    const more = restricted.map((recordId) => ({ kind: 'need' as const, recordId, score: 0 }));
    const others = hits.filter((hit) => !restricted.includes(hit.recordId));
    return {
      items: (await toHits(tx, context, await shownHits(tx, context, [...more, ...others]), terms)).slice(
        0,
        input.limit,
      ),
      next: null,
      topics: await topicsOf(tx, context, codes),
    };
  });
}

/** All of a city's page in one transaction, as pages of cities are asked for most. @throws SalingError `not-found` */
export const getCityPage = defineQuery({
  input: getCityInput,
  run: async (tx, { slug }, { language }): Promise<CityPage> => {
    const rows = await selectCityPage(tx, slug);
    if (rows === undefined) throw notFound();
    const counts = { needCount: rows.needs.length, practiceCount: rows.practices.length };
    const ref = toRef(rows.city);
    return {
      city: toCity({ city: rows.city, said: rows.said, ...counts }, rows.memberships),
      around: rows.around.map(([near, latitude, longitude]) => ({ slug: near, latitude, longitude })),
      needs: rows.needs.map((row) => toNeed(row, ref, language)),
      practices: rows.practices.map((row) => toPracticeCard(row, ref, language)),
    };
  },
});

async function toHits(
  tx: Tx,
  context: Context,
  hits: SearchAnswer['hits'],
  terms: readonly string[],
): Promise<SearchHit[]> {
  const rows = await selectTitles(
    tx,
    hits.map((hit) => hit.recordId),
  );
  const cities = await cityRefs(
    tx,
    rows.map((row) => row.cityId),
  );
  const topicCodes = (await topicRows(tx)).map((row) => row.code);
  const found = new Map<string, SearchHit>();
  for (const { kind, id, key, cityId, ...row } of rows) {
    const original = { text: row.title, language: row.language };
    const title = localText(original, 'title', row.translations, context.language);
    const pieces = highlight(title.text, terms);
    found.set(id, { kind, id: key, title, pieces, city: cities.get(cityId) ?? null });
  }
  for (const topic of await topicsOf(tx, context, topicCodes)) {
    const pieces = highlight(topic.label.text, terms);
    found.set(topicRecordId(topic.code), {
      kind: 'topic',
      id: topic.code,
      title: topic.label,
      pieces,
      city: null,
    });
  }
  return hits.flatMap((hit) => found.get(hit.recordId) ?? []);
}
