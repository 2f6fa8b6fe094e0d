import { describe, expect, it } from 'vitest';
import { coastOf, roleOf, sizeBand } from '#lib/cities/rules.ts';

describe('size band', () => {
  it.each([
    [null, 'unknown'],
    [0, 'under-100k'],
    [99_999, 'under-100k'],
    [100_000, '100k-500k'],
    [500_000, '500k-1m'],
    [1_000_000, '1m-5m'],
    [5_000_000, 'over-5m'],
  ] as const)('of %s residents is %s', (population, band) => {
    expect(sizeBand(population)).toBe(band);
  });
});

it('says unknown of a coast that nobody has recorded', () => {
  expect([coastOf(null), coastOf(true), coastOf(false)]).toEqual(['unknown', 'coastal', 'inland']);
});

it('calls a city by what the library holds of it', () => {
  expect([roleOf(0, 0), roleOf(1, 0), roleOf(0, 2), roleOf(3, 1)]).toEqual([
    'nothing',
    'needs',
    'practices',
    'both',
  ]);
});
