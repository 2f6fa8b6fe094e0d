import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNumber, writeNumber } from '#lib/facts/rules.ts';

it.each([
  ['2,444,160', 2_444_160],
  ['2.444.160', 2_444_160],
  ['2 444 160', 2_444_160],
  ['2444160', 2_444_160],
  ['2444160.00', 2_444_160],
  ['1.600', 1600],
])('%s is a whole number', (text, value) => {
  expect(readNumber(text, true)).toBe(value);
  expect(readNumber(text, false)).toBe(value);
});

it.each([
  ['167,3', 167.3],
  ['167.3250', 167.325],
  ['1.234,5', 1234.5],
  ['1,234.56', 1234.56],
])('%s is a number with a fraction, and no number of people', (text, value) => {
  expect(readNumber(text, false)).toBe(value);
  expect(readNumber(text, true)).toBeUndefined();
});

it.each(['', '-5', '1,23,456', '1.2.3', '2.44E+06', '12-May', '12/05/2026', '1,234,5', '５', 'many'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text, false)).toBeUndefined();
  },
);

it('every number that is written is read as the same', () => {
  const number = fc.oneof(
    fc.nat(100_000_000),
    fc.double({ min: 0.001, max: 1_000_000, noNaN: true }).map((one) => Number(one.toFixed(3))),
  );
  fc.assert(fc.property(number, (one) => readNumber(writeNumber(one), false) === one));
});
