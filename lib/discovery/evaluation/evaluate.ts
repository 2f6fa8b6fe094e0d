import { allCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { pricesToLearnFrom, rankPracticesForNeed, scorePracticesForNeed } from '#lib/matching/queries.ts';
import { allNeeds } from '#lib/needs/queries.ts';
import { allPractices } from '#lib/practices/queries.ts';
import { findByText } from '#lib/topics/queries.ts';
import { BASELINES, type Baseline, type PlainRecord, plainRankings, randomRankings } from './baselines.ts';
import { compare } from './bootstrap.ts';
import type { JudgedQuery, Judgment, NeedsReport, QueriesReport, Score } from './contract.ts';
import { everyThird, FAIR_RULES, type FairItem, type FairRule, fairOrder } from './fairness.ts';
import { DEPTH, type Grades, judgedShare, mean, ndcg } from './metrics.ts';

/** Orders by chance of which the mean is taken, for each need. */
const CHANCES = 200;

/** Judgments name a need or practice that the library does not hold. */
export class UnknownRecords extends Error {
  override name = 'UnknownRecords';
  readonly kind: 'need' | 'practice';
  readonly ids: readonly string[];
  constructor(kind: 'need' | 'practice', ids: readonly string[]) {
    super(`unknown ${kind}: ${ids.join(', ')}`);
    this.kind = kind;
    this.ids = ids;
  }
}

type Library = { needs: Map<string, PlainRecord>; practices: PlainRecord[]; keys: Map<string, string> };

async function readLibrary(context: Context): Promise<Library> {
  const [needs, practices] = await withActor(context.actor, (tx) =>
    Promise.all([allNeeds(tx), allPractices(tx)]),
  );
  const plain = (
    { key, cityId, topics }: { key: string; cityId: string; topics: string[] },
    texts: readonly (string | null)[],
  ): PlainRecord => ({ key, cityId, topics, text: texts.filter((text) => text !== null).join(' ') });
  return {
    needs: new Map(needs.map((row) => [row.key, plain(row, [row.title, row.description])])),
    practices: practices.map((row) =>
      plain(row, [row.title, row.summary, row.problem, row.actions, row.results]),
    ),
    keys: new Map(practices.map((row) => [row.id, row.key])),
  };
}

type Judged = Judgment['judged'];

const gradesOf = (judged: Judged): Grades => new Map(judged.map((item) => [item.practiceId, item.grade]));

function checkPractices(library: Library, judged: Judged): void {
  const known = new Set(library.practices.map((practice) => practice.key));
  const unknown = [...new Set(judged.map((item) => item.practiceId).filter((id) => !known.has(id)))];
  if (unknown.length > 0) throw new UnknownRecords('practice', unknown);
}

/**
 * How well practices are ranked for needs, by the same answers that pages show, against plain rankings.
 * A practice of the need's own city is never an answer: its grade does not count.
 * @throws UnknownRecords
 */
export async function evaluateNeeds(context: Context, judgments: readonly Judgment[]): Promise<NeedsReport> {
  const library = await readLibrary(context);
  const unknown = judgments.map((item) => item.needId).filter((id) => !library.needs.has(id));
  if (unknown.length > 0) throw new UnknownRecords('need', unknown);
  checkPractices(
    library,
    judgments.flatMap((item) => item.judged),
  );
  const plain = plainRankings(library.practices);
  const cityOf = new Map(library.practices.map((practice) => [practice.key, practice.cityId]));
  const fairItems = await readFairness(library);
  const fair: Record<FairRule, number[]> = { country: [], exposure: [], capacity: [], together: [] };
  const each: NeedsReport['each'] = [];
  const theirs: Record<Baseline, number[]> = { random: [], topics: [], keyword: [], both: [] };
  for (const { needId, judged } of judgments) {
    const need = library.needs.get(needId);
    if (need === undefined) continue;
    const grades = gradesOf(judged.filter((item) => cityOf.get(item.practiceId) !== need.cityId));
    const ranked = await rankPracticesForNeed(context, { needKey: needId, limit: DEPTH });
    each.push({ id: needId, ndcg: ndcg(ranked, grades), judged: judgedShare(ranked, grades) });
    const items = fairItems(await scorePracticesForNeed(context, { needKey: needId, limit: MOST_SCORED }));
    for (const rule of FAIR_RULES) fair[rule].push(ndcg(fairOrder(items, rule).slice(0, DEPTH), grades));
    const chances = randomRankings(library.practices, need, CHANCES, each.length);
    theirs.random.push(mean(chances.map((order) => ndcg(order, grades))));
    for (const name of ['topics', 'keyword', 'both'] as const) {
      theirs[name].push(ndcg(plain(name, need), grades));
    }
  }
  const ours = each.map((item) => item.ndcg);
  const against = (name: Baseline) => ({ ndcg: mean(theirs[name]), ...compare(ours, theirs[name]) });
  const [random, topics, keyword, both] = BASELINES.map(against);
  if (!random || !topics || !keyword || !both) throw new Error('a plain ranking is missing');
  const rules = Object.fromEntries(FAIR_RULES.map((rule) => [rule, mean(fair[rule])]));
  const fairness = rules as NeedsReport['fairness'];
  return { ...scoreOf(each), baselines: { random, topics, keyword, both }, fairness, each };
}

/** Practices of a need that a fair order may bring up. */
const MOST_SCORED = 60;

/** What the rules of fair lists look at, for any scored practices. */
async function readFairness(library: Library) {
  const [cities, prices] = await withActor(jobContext('evaluate').actor, (tx) =>
    Promise.all([allCities(tx), pricesToLearnFrom(tx)]),
  );
  const cityOf = new Map(library.practices.map(({ key, cityId }) => [key, cityId]));
  const known = new Map(cities.map((city) => [city.id, city]));
  const full = everyThird(cities.map((city) => city.key));
  return (scored: readonly { key: string; score: number }[]): FairItem[] =>
    scored.map(({ key, score }) => {
      const city = known.get(cityOf.get(key) ?? '');
      const price = prices.get(city?.id ?? '') ?? 0;
      return { key, score, price, country: city?.country ?? '', isFull: full.has(city?.key ?? '') };
    });
}

/**
 * How well the search engine answers questions that somebody types, asked as the pages ask.
 * @throws UnknownRecords; SalingError `unavailable` when the engine does not answer
 */
export async function evaluateQueries(
  context: Context,
  queries: readonly JudgedQuery[],
): Promise<QueriesReport> {
  const library = await readLibrary(context);
  checkPractices(
    library,
    queries.flatMap((item) => item.judged),
  );
  const each: QueriesReport['each'] = [];
  for (const { queryId, query, language, judged } of queries) {
    const { hits } = await findByText(query, ['practice'], DEPTH);
    const ranked = hits.flatMap((hit) => library.keys.get(hit.recordId) ?? []);
    const grades = gradesOf(judged);
    each.push({ id: queryId, language, ndcg: ndcg(ranked, grades), judged: judgedShare(ranked, grades) });
  }
  const groups = Map.groupBy(each, (item) => item.language);
  const others = each.filter((item) => item.language !== 'en');
  return {
    ...scoreOf(each),
    english: groups.has('en') ? scoreOf(groups.get('en') ?? []) : null,
    others: others.length > 0 ? scoreOf(others) : null,
    languages: Object.fromEntries(
      [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, items]) => [language, scoreOf(items)]),
    ),
    each,
  };
}

function scoreOf(items: readonly { ndcg: number; judged: number }[]): Score {
  return {
    count: items.length,
    ndcg: mean(items.map((item) => item.ndcg)),
    judged: mean(items.map((item) => item.judged)),
  };
}
