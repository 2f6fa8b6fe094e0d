import { describe, expect, it } from 'vitest';
import { compare } from '#lib/discovery/evaluation/bootstrap.ts';
import { randomFrom } from '#lib/platform/random.ts';

const random = randomFrom(3);
const values = Array.from({ length: 40 }, random);

describe('paired bootstrap', () => {
  it('refuses values that do not come in pairs', () => {
    expect(() => compare([1], [])).toThrow(RangeError);
    expect(() => compare([], [])).toThrow(RangeError);
  });

  it('sees no difference between equal rankings', () => {
    expect(compare(values, values)).toEqual({ difference: 0, low: 0, high: 0, notBetter: 1 });
  });

  it('is sure of a difference that every question shows', () => {
    const { difference, low, high, notBetter } = compare(
      values.map((value) => value + 0.1),
      values,
    );
    for (const value of [difference, low, high]) expect(value).toBeCloseTo(0.1, 10);
    expect(notBetter).toBe(0);
  });

  it('is not sure of a difference that comes and goes', () => {
    const theirs = values.map((value, at) => value + (at % 2 === 0 ? 0.2 : -0.2));
    const { low, high, notBetter } = compare(values, theirs);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(notBetter).toBeGreaterThan(0.3);
    expect(notBetter).toBeLessThan(0.7);
  });

  it('gives the same for the same seed, and a narrow range around another', () => {
    const theirs = values.map((value, at) => value - (at % 5) / 50);
    expect(compare(values, theirs, 1000, 5)).toEqual(compare(values, theirs, 1000, 5));
    expect(compare(values, theirs, 1000, 6).low).toBeCloseTo(compare(values, theirs, 1000, 5).low, 2);
  });
});
