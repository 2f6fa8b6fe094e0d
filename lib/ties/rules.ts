import type { TieState } from './contract.ts';

/** After so many years without news a tie rests, unless a city says that it lives. */
export const RESTS_AFTER_YEARS = 5;

/** What a tie is now: as its city says; else by the year; unknown where there is neither. */
export function stateOf(
  tie: { said: 'active' | 'resting' | 'removed' | null; year: number | null },
  thisYear: number,
): TieState {
  if (tie.said === 'active' || tie.said === 'resting') return tie.said;
  if (tie.year === null) return 'unknown';
  return thisYear - tie.year >= RESTS_AFTER_YEARS ? 'resting' : 'active';
}
