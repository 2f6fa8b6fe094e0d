import { describe, expect, it } from 'vitest';
import { stateOf } from '#lib/ties/rules.ts';

describe('whether a tie lives', () => {
  it.each([
    [null, 2022, 'active'],
    [null, 2021, 'resting'],
    [null, 1993, 'resting'],
    [null, null, 'unknown'],
    ['resting', 2026, 'resting'],
    ['active', 1993, 'active'],
    ['active', null, 'active'],
  ] as const)('said %s, of %s: %s in 2026', (said, year, state) => {
    expect(stateOf({ said, year }, 2026)).toBe(state);
  });
});
