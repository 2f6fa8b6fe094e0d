import { randomFrom } from '#lib/platform/random.ts';
import { mean } from './metrics.ts';

export type Comparison = {
  /** Mean of ours less mean of theirs. */
  difference: number;
  /** 95 % of the resamples lie between these. */
  low: number;
  high: number;
  /** Share of the resamples in which ours is not better, 0 to 1. */
  notBetter: number;
};

export const RESAMPLES = 10_000;

/**
 * Paired bootstrap over questions: both lists hold one value for each question, in the same order.
 * The same for the same seed.
 */
export function compare(
  ours: readonly number[],
  theirs: readonly number[],
  resamples = RESAMPLES,
  seed = 1,
): Comparison {
  if (ours.length !== theirs.length || ours.length === 0) throw new RangeError('values must come in pairs');
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  const random = randomFrom(seed);
  const means = Array.from({ length: resamples }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.floor(share * (resamples - 1))] ?? 0;
  return {
    difference: mean(differences),
    low: at(0.025),
    high: at(0.975),
    notBetter: means.filter((value) => value <= 0).length / resamples,
  };
}
