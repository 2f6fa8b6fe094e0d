import { describe, expect, it } from 'vitest';
import { judgedShare, mean, ndcg } from '#lib/discovery/evaluation/metrics.ts';

const grades = new Map([
  ['best', 3],
  ['good', 2],
  ['poor', 0],
]);

describe('nDCG of a ranking', () => {
  it('is 0 when nothing relevant is found', () => {
    expect(ndcg([], grades)).toBe(0);
    expect(ndcg(['poor', 'unknown'], grades)).toBe(0);
  });

  it('is 0 when nobody graded anything as relevant', () => {
    expect(ndcg(['poor'], new Map([['poor', 0]]))).toBe(0);
  });

  it('is 1 for the best order, whatever follows it', () => {
    expect(ndcg(['best', 'good'], grades)).toBeCloseTo(1, 10);
    expect(ndcg(['best', 'good', 'poor', 'unknown'], grades)).toBeCloseTo(1, 10);
  });

  it('counts 2^grade - 1, discounted by the place', () => {
    const best = 7 + 3 / Math.log2(3);
    expect(ndcg(['good', 'best'], grades)).toBeCloseTo((3 + 7 / Math.log2(3)) / best, 10);
    expect(ndcg(['unknown', 'best'], grades)).toBeCloseTo(7 / Math.log2(3) / best, 10);
  });

  it('looks at ten places only', () => {
    const ten = Array.from({ length: 10 }, (_, number) => `other-${number}`);
    expect(ndcg([...ten, 'best'], grades)).toBe(0);
  });
});

describe('share of graded records', () => {
  it('is of those shown, at most ten', () => {
    expect(judgedShare(['best', 'poor', 'unknown', 'other'], grades)).toBe(0.5);
    expect(judgedShare([...Array(10).fill('unknown'), 'best'], grades)).toBe(0);
  });

  it('is 0 where nothing is shown', () => {
    expect(judgedShare([], grades)).toBe(0);
    expect(mean([])).toBe(0);
  });
});
