import type { EvidenceKind } from '#lib/practices/contract.ts';
import type { Closeness, MatchMode } from './contract.ts';

/**
 * Relevance from which a practice makes a match. On the judged set the value with the best F0.5 for "useful or
 * better": 58 % of what lies above was so graded, 85 % at least marginal, and 70 % of direct answers lie above.
 */
export const MATCH_FLOOR = 0.3;
/** Relevance from which a practice is listed under a need at all. Lower ones never enter a judged top ten. */
export const LISTED_FLOOR = 0.15;
/** Relevance from which four in five were graded useful or better. */
const CLOSE = 0.42;

export function closenessOf(relevance: number): Closeness {
  if (relevance >= CLOSE) return 'close';
  return relevance >= MATCH_FLOOR ? 'related' : 'loose';
}

const EVIDENCE_FACTOR: Record<EvidenceKind, number> = {
  'self-reported': 0.96,
  documented: 1,
  measured: 1.04,
  'independently-evaluated': 1.08,
};
const PLANNED_FACTOR = 0.8;

export type PracticeFacts = {
  evidence: EvidenceKind;
  startYear: number | null;
  stage: 'planned' | 'under-way' | null;
};

/** What an answer is worth: relevance, weakly moved by the kind of evidence and the year. At most 1. */
export function coverValue(relevance: number, facts: PracticeFacts, year: number): number {
  const planned = facts.stage === 'planned' ? PLANNED_FACTOR : 1;
  const value = relevance * EVIDENCE_FACTOR[facts.evidence] * freshness(facts.startYear, year) * planned;
  return round(Math.min(1, value));
}

const FADED_FACTOR = 0.9;

/** What is left of a cover's value when so many of its two records were not confirmed in time. */
export function fadedValue(value: number, fadedRecords: number): number {
  return round(value * FADED_FACTOR ** fadedRecords);
}

/** 1.04 for a start this year, 1 after ten years (the library's middle), 0.94 from 25 on. Unknown: 1. */
export function freshness(startYear: number | null, year: number): number {
  if (startYear === null) return 1;
  return Math.min(1.04, Math.max(0.94, 1.04 - 0.004 * (year - startYear)));
}

const NEXT_NEED = 0.4;

/** What covers of different needs are worth together: each further one counts 0.4 times the one before. */
export function learnScore(values: readonly number[]): number {
  const sum = [...values]
    .sort((a, b) => b - a)
    .reduce((total, value, place) => total + value * NEXT_NEED ** place, 0);
  return round(sum * (1 - NEXT_NEED));
}

/** Harmonic mean: never more than twice the weaker side, so that much on one side does not make an exchange. */
export function exchangeScore(learn: number, share: number): number {
  return learn <= 0 || share <= 0 ? 0 : round((2 * learn * share) / (learn + share));
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * A possible partner. `learn` and `share` are null where nothing is close enough; `price`: what its place costs, so
 * that no city takes more than its share; `isFull`: it has said that it can host nobody more this year.
 */
export type Candidate = {
  slug: string;
  country: string;
  learn: number | null;
  share: number | null;
  price?: number;
  isFull?: boolean;
};

export function scoreOf(candidate: Candidate, mode: MatchMode): number {
  if (candidate.learn === null) return 0;
  if (mode === 'learn-from') return candidate.learn;
  return candidate.share === null ? 0 : exchangeScore(candidate.learn, candidate.share);
}

/** What is left of a place's worth where nobody can be hosted this year: asking is still possible. */
export const FULL_FACTOR = 0.8;

/** What decides about the place in a list, never shown: relevance, moved by shares and by free places. */
export function standingOf(candidate: Candidate, mode: MatchMode): number {
  const { price = 0, isFull = false } = candidate;
  return scoreOf(candidate, mode) * (1 - price) * (isFull ? FULL_FACTOR : 1);
}

const WINDOW = 10;
export const PER_COUNTRY = 3;

/**
 * Best first, equals by slug; in each ten at most three of one country, unless one country was asked for.
 * A shorter list is the beginning of a longer one. The order of the candidates does not matter.
 */
export function pickMatches<Item extends Candidate>(
  candidates: readonly Item[],
  options: { mode: MatchMode; limit: number; country?: string | undefined },
): Item[] {
  const { mode, limit, country } = options;
  const ranked = candidates
    .filter((one) => (country === undefined || one.country === country) && scoreOf(one, mode) > 0)
    .sort((a, b) => standingOf(b, mode) - standingOf(a, mode) || (a.slug < b.slug ? -1 : 1));
  return (country === undefined ? spread(ranked) : ranked).slice(0, limit);
}

/** Who would be the fourth of a country in one ten moves to the next; a ten that cannot be filled ends the list. */
export function spread<Item extends { country: string }>(ranked: readonly Item[]): Item[] {
  const picked: Item[] = [];
  let waiting = [...ranked];
  while (waiting.length > 0) {
    const counts = new Map<string, number>();
    const ten = waiting
      .filter((one) => {
        const count = (counts.get(one.country) ?? 0) + 1;
        counts.set(one.country, count);
        return count <= PER_COUNTRY;
      })
      .slice(0, WINDOW);
    picked.push(...ten);
    if (ten.length < WINDOW) break;
    const taken = new Set(ten);
    waiting = waiting.filter((one) => !taken.has(one));
  }
  return picked;
}
