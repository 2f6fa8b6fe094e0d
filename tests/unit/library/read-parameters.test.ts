import { describe, expect, it } from 'vitest';
import { readParameters } from '#components/search/read-parameters.ts';
import { listPracticesInput } from '#lib/practices/contract.ts';

const read = (given: Record<string, string | string[]>) => readParameters(listPracticesInput, given);

describe('the address of a list', () => {
  it('leaves out each value that a filter does not have, and keeps the others of the same filter', () => {
    const { input, ignored } = read({
      country: ['KH', 'XX'],
      sdg: ['11', '99', 'eleven'],
      evidence: 'sworn',
    });
    expect(input).toEqual({ country: ['KH'], sdg: [11] });
    expect(ignored).toEqual([
      { name: 'country', value: 'XX' },
      { name: 'sdg', value: '99' },
      { name: 'sdg', value: 'eleven' },
      { name: 'evidence', value: 'sworn' },
    ]);
  });

  it('reports at most five wrong values, each short and without control characters', () => {
    const { ignored } = read({
      year: Array.from({ length: 40 }, (_, place) => `${place}\n${'x'.repeat(90)}`),
    });
    expect(ignored).toHaveLength(5);
    expect(ignored[0]?.value).toMatch(/^0 x{38}…$/);
  });

  it('takes the last of several values of a field that has one', () => {
    expect(read({ q: ['flood', 'heat'] }).input).toEqual({ q: 'heat' });
  });

  it('passes over empty values and over names that no field has', () => {
    expect(read({ q: '', topic: ['', 'heat'], lang: 'id', utm_source: 'letter' })).toEqual({
      input: { topic: ['heat'] },
      ignored: [],
    });
  });

  it('takes lone surrogates and NUL out of the words', () => {
    expect(read({ q: 'flo\ud800od\u0000' }).input.q).toBe('flo\ufffdod');
  });
});
