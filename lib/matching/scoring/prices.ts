import { setImmediate } from 'node:timers/promises';
import { MATCH_MODES, type MatchMode } from '#lib/matching/contract.ts';
import { exchangeScore, PER_COUNTRY } from '#lib/matching/rules.ts';
import type { CityEvidence } from './evidence.ts';

/** Places at the head of a list that are shared out. */
export const FIRST_PLACES = 5;
/** The share of a city: so many times the mean of all cities that some list could name. */
const SHARE = 2;
/** A city that few name costs a little less than nothing, one that all name at most half of what it is worth. */
const CHEAPEST = -0.15;
const DEAREST = 0.5;
const ROUNDS = 60;
const STEP = 0.12;
/** Candidates of a list that prices can bring among the first. */
const DEPTH = 60;

export type Price = { cityId: string; mode: MatchMode; price: number };
type List = { others: Int32Array; scores: Float64Array };

/**
 * What a city's place in the lists of others costs, found as in an auction: in each round every list takes its first
 * five at the present prices, who was taken more often than its share gets dearer, who was taken less often cheaper.
 * Of all rounds those prices count under which least is taken beyond the shares. Held pairs are not looked at, so
 * prices tell nothing of them. The same evidence always gives the same prices.
 */
export async function planPrices(
  evidence: readonly CityEvidence[],
  countryOf: (cityId: string) => string,
): Promise<Price[]> {
  const ids = [...new Set(evidence.flatMap((pair) => [pair.cityId, pair.otherCityId]))].sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const learn = new Float64Array(ids.length ** 2);
  for (const pair of evidence) {
    const row = places.get(pair.cityId) ?? 0;
    learn[row * ids.length + (places.get(pair.otherCityId) ?? 0)] = pair.learn;
  }
  const countries = ids.map(countryOf);
  const names = [...new Set(countries)];
  const country = Int32Array.from(countries, (name) => names.indexOf(name));
  const found: Price[] = [];
  for (const mode of MATCH_MODES) {
    await setImmediate();
    const lists = listsOf(learn, ids.length, mode);
    const prices = share(lists, country);
    prices.forEach((price, place) => {
      if (price !== 0) found.push({ cityId: ids[place] ?? '', mode, price });
    });
  }
  return found;
}

/** The best candidates of each city, best first, equals in the order of ids. */
function listsOf(learn: Float64Array, size: number, mode: MatchMode): List[] {
  return Array.from({ length: size }, (_, own) => {
    const candidates: { other: number; score: number }[] = [];
    for (let other = 0; other < size; other += 1) {
      const mine = learn[own * size + other] ?? 0;
      const theirs = learn[other * size + own] ?? 0;
      const score = mode === 'learn-from' ? mine : exchangeScore(mine, theirs);
      if (score > 0) candidates.push({ other, score });
    }
    candidates.sort((a, b) => b.score - a.score || a.other - b.other);
    const first = candidates.slice(0, DEPTH);
    return {
      others: Int32Array.from(first, ({ other }) => other),
      scores: Float64Array.from(first, ({ score }) => score),
    };
  });
}

function share(lists: readonly List[], country: Int32Array): Float64Array {
  const named = new Set(lists.flatMap(({ others }) => [...others]));
  const places = lists.reduce((sum, { others }) => sum + Math.min(FIRST_PLACES, others.length), 0);
  const cap = Math.max(FIRST_PLACES, Math.ceil((SHARE * places) / Math.max(1, named.size)));
  const prices = new Float64Array(country.length);
  let best = { beyond: Number.POSITIVE_INFINITY, prices: Float64Array.from(prices) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken = takenBy(lists, prices, country);
    const beyond = taken.reduce((sum, count) => sum + Math.max(0, count - cap), 0);
    if (beyond < best.beyond) best = { beyond, prices: Float64Array.from(prices) };
    const step = STEP / (1 + round / 10);
    for (const place of named) {
      const moved = (prices[place] ?? 0) + (step * ((taken[place] ?? 0) - cap / SHARE)) / cap;
      prices[place] = Math.min(DEAREST, Math.max(CHEAPEST, moved));
    }
  }
  return best.prices.map((price) => Math.round(price * 1000) / 1000);
}

/** How many lists take each city among their first. */
function takenBy(lists: readonly List[], prices: Float64Array, country: Int32Array): Int32Array {
  const taken = new Int32Array(country.length);
  for (const list of lists)
    for (const other of firstOf(list, prices, country)) taken[other] = (taken[other] ?? 0) + 1;
  return taken;
}

function firstOf({ others, scores }: List, prices: Float64Array, country: Int32Array): number[] {
  const first: number[] = [];
  while (first.length < FIRST_PLACES) {
    let best = -1;
    let most = 0;
    for (let place = 0; place < others.length; place += 1) {
      const other = others[place] ?? 0;
      const value = (scores[place] ?? 0) * (1 - (prices[other] ?? 0));
      if (value <= most || first.includes(other)) continue;
      const compatriots = first.filter((one) => country[one] === country[other]).length;
      if (compatriots >= PER_COUNTRY) continue;
      [best, most] = [other, value];
    }
    if (best < 0) break;
    first.push(best);
  }
  return first;
}
