import { randomFrom } from '#lib/platform/random.ts';
import { terms } from '#lib/platform/text/terms.ts';

export const BASELINES = ['random', 'topics', 'keyword', 'both'] as const;
export type Baseline = (typeof BASELINES)[number];

/** A need or a practice as the plain rankings see it. */
export type PlainRecord = { key: string; cityId: string; topics: readonly string[]; text: string };

/** Usual constants of BM25. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

type Scorer = (need: PlainRecord, practice: PlainRecord) => number;

/** Topics in common by topics in either, 0 to 1. */
function topicOverlap(need: PlainRecord, practice: PlainRecord): number {
  const all = new Set([...need.topics, ...practice.topics]);
  const common = practice.topics.filter((topic) => need.topics.includes(topic)).length;
  return all.size === 0 ? 0 : common / all.size;
}

function bm25(practices: readonly PlainRecord[]): (words: readonly string[]) => Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  const frequency = new Map<string, number>();
  let length = 0;
  const lengths = new Map<string, number>();
  for (const practice of practices) {
    const words = terms(practice.text);
    const count = new Map<string, number>();
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
    for (const word of count.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    counts.set(practice.key, count);
    lengths.set(practice.key, words.length);
    length += words.length;
  }
  const usual = length / Math.max(1, practices.length);
  const rarity = (word: string): number => {
    const held = frequency.get(word) ?? 0;
    return Math.log(1 + (practices.length - held + 0.5) / (held + 0.5));
  };
  return (words) => {
    const scoreOf = (key: string): number => {
      const dampening = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths.get(key) ?? 0)) / usual);
      return [...new Set(words)].reduce((sum, word) => {
        const times = counts.get(key)?.get(word) ?? 0;
        return times === 0 ? sum : sum + (rarity(word) * times * (SATURATION + 1)) / (times + dampening);
      }, 0);
    };
    return new Map([...counts.keys()].map((key) => [key, scoreOf(key)]));
  };
}

/**
 * Plain rankings of practices for needs, to compare with: by chance, by topics in common, by words (BM25 over all
 * text), and by words over their best plus topics. A practice of the need's own city is left out.
 * @returns keys of practices, best first; equal ones in the order of their keys
 */
export function plainRankings(
  practices: readonly PlainRecord[],
): (baseline: Exclude<Baseline, 'random'>, need: PlainRecord) => string[] {
  const score = bm25(practices);
  return (baseline, need) => {
    const words = score(terms(need.text));
    const best = Math.max(...words.values(), Number.MIN_VALUE);
    const scorers: Record<typeof baseline, Scorer> = {
      topics: topicOverlap,
      keyword: (_, practice) => words.get(practice.key) ?? 0,
      both: (asked, practice) => (words.get(practice.key) ?? 0) / best + topicOverlap(asked, practice),
    };
    return others(practices, need)
      .map((practice) => ({ key: practice.key, points: scorers[baseline](need, practice) }))
      .sort((a, b) => b.points - a.points || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  };
}

/** One order by chance for each number; the same for the same seed. */
export function randomRankings(
  practices: readonly PlainRecord[],
  need: PlainRecord,
  number: number,
  seed = 1,
): string[][] {
  const random = randomFrom(seed);
  return Array.from({ length: number }, () =>
    others(practices, need)
      .map(({ key }) => ({ key, points: random() }))
      .sort((a, b) => a.points - b.points)
      .map(({ key }) => key),
  );
}

function others(practices: readonly PlainRecord[], need: PlainRecord): PlainRecord[] {
  return practices.filter((practice) => practice.cityId !== need.cityId);
}
