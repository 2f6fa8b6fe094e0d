import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closenessOf,
  coverValue,
  exchangeScore,
  freshness,
  learnScore,
  MATCH_FLOOR,
  pickMatches,
  scoreOf,
} from '#lib/matching/rules.ts';
import { candidates, mode, oneScore, scores } from './arbitrary.ts';

const facts = { evidence: 'documented', startYear: null, stage: null } as const;

describe('what an answer is worth', () => {
  it('is its relevance where nothing is known of the year and a third party is the source', () => {
    expect(coverValue(0.5, facts, 2026)).toBe(0.5);
  });

  it('grows with the kind of evidence, in the order of the kinds', () => {
    const kinds = ['self-reported', 'documented', 'measured', 'independently-evaluated'] as const;
    const values = kinds.map((evidence) => coverValue(0.5, { ...facts, evidence }, 2026));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(new Set(values).size).toBe(4);
  });

  it('is less for what is only planned', () => {
    expect(coverValue(0.5, { ...facts, stage: 'planned' }, 2026)).toBeLessThan(0.5);
  });

  it('treats an unknown year like the middle of the library, never like the oldest or the newest', () => {
    expect(freshness(null, 2026)).toBe(1);
    expect(freshness(2026, 2026)).toBeGreaterThan(1);
    expect(freshness(1971, 2026)).toBeLessThan(1);
    expect(freshness(1971, 2026)).toBe(freshness(1990, 2026));
  });

  it('never moves a relevance by more than a quarter, planned work apart, nor above 1', () => {
    fc.assert(
      fc.property(oneScore, fc.integer({ min: 1900, max: 2100 }), (relevance, startYear) => {
        const value = coverValue(relevance, { ...facts, startYear }, 2026);
        expect(value).toBeLessThanOrEqual(1);
        expect(Math.abs(value - relevance)).toBeLessThanOrEqual(0.25 * relevance + 0.0001);
      }),
    );
  });
});

describe('what one city can learn from another', () => {
  it('does not depend on the order of the needs', () => {
    fc.assert(
      fc.property(scores, (values) => {
        expect(learnScore(values.toReversed())).toBe(learnScore(values));
      }),
    );
  });

  it('grows with each covered need, each time by less, and stays below 1', () => {
    fc.assert(
      fc.property(oneScore, fc.integer({ min: 1, max: 8 }), (value, count) => {
        const of = (needs: number) => learnScore(Array.from({ length: needs }, () => value));
        expect(of(count + 1)).toBeGreaterThanOrEqual(of(count));
        expect(of(count + 1) - of(count)).toBeLessThanOrEqual(of(count) - of(count - 1) + 0.0002);
        expect(of(count)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is nothing without a covered need', () => {
    expect(learnScore([])).toBe(0);
  });
});

describe('an exchange', () => {
  it('is the same seen from either side', () => {
    fc.assert(fc.property(oneScore, oneScore, (a, b) => exchangeScore(a, b) === exchangeScore(b, a)));
  });

  it('is none where one side learns nothing', () => {
    expect(exchangeScore(0.9, 0)).toBe(0);
    expect(scoreOf({ slug: 'a', country: 'ID', learn: 0.9, share: null }, 'exchange')).toBe(0);
    expect(scoreOf({ slug: 'a', country: 'ID', learn: null, share: 0.9 }, 'exchange')).toBe(0);
  });

  it('never beats a pair whose weaker side is twice as strong, however much the other side has', () => {
    fc.assert(
      fc.property(oneScore, oneScore, oneScore, (weak, strong, other) => {
        const balanced = Math.min(1, 2 * weak);
        fc.pre(2 * weak <= 1 && other >= balanced);
        expect(exchangeScore(balanced, other)).toBeGreaterThanOrEqual(exchangeScore(weak, strong) - 0.0001);
      }),
    );
  });
});

describe('a list of matches', () => {
  it('is the same for candidates in any order', () => {
    fc.assert(
      fc.property(candidates, mode, fc.integer({ min: 1, max: 50 }), fc.nat(), (all, how, limit, turn) => {
        const moved = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
        const options = { mode: how, limit };
        expect(pickMatches(moved.toReversed(), options)).toEqual(pickMatches(all, options));
      }),
    );
  });

  it('holds at most three of a country in each ten, and is the beginning of a longer list', () => {
    fc.assert(
      fc.property(candidates, mode, fc.integer({ min: 1, max: 50 }), (all, how, limit) => {
        const list = pickMatches(all, { mode: how, limit });
        for (let from = 0; from < list.length; from += 10) {
          const ten = list.slice(from, from + 10).map((one) => one.country);
          for (const country of new Set(ten)) {
            expect(ten.filter((one) => one === country).length).toBeLessThanOrEqual(3);
          }
        }
        expect(pickMatches(all, { mode: how, limit: 50 }).slice(0, limit)).toEqual(list);
      }),
    );
  });

  it('puts nobody before a better one, except for the share of the country', () => {
    fc.assert(
      fc.property(candidates, mode, (all, how) => {
        const [first, ...rest] = pickMatches(all, { mode: how, limit: 10 });
        if (first === undefined) return;
        const best = Math.max(...all.map((one) => scoreOf(one, how)));
        expect(scoreOf(first, how)).toBe(best);
        expect(rest.every((one) => scoreOf(one, how) <= best)).toBe(true);
      }),
    );
  });

  it('of one country, when asked for it, is not cut by the share', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      slug: `c${at}`,
      country: 'PH',
      learn: 0.5,
      share: 0.5,
    }));
    expect(pickMatches(many, { mode: 'exchange', limit: 10 })).toHaveLength(3);
    expect(pickMatches(many, { mode: 'exchange', limit: 10, country: 'PH' })).toHaveLength(9);
    expect(pickMatches(many, { mode: 'exchange', limit: 10, country: 'TH' })).toEqual([]);
  });

  it('holds nobody from whom there is nothing to learn', () => {
    fc.assert(
      fc.property(candidates, mode, (all, how) => {
        const list = pickMatches(all, { mode: how, limit: 50 });
        expect(list.every((one) => one.learn !== null)).toBe(true);
        if (how === 'exchange') expect(list.every((one) => one.share !== null)).toBe(true);
      }),
    );
  });
});

describe('closeness', () => {
  it('begins at the floor below which there is no match', () => {
    expect(closenessOf(MATCH_FLOOR - 0.001)).toBe('loose');
    expect(closenessOf(MATCH_FLOOR)).toBe('related');
    expect(closenessOf(0.9)).toBe('close');
  });
});
