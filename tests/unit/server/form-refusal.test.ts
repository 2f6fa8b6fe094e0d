import { describe, expect, it } from 'vitest';
import { readRefusal, writeRefusal } from '#lib/platform/form-refusal/contract.ts';

describe('a refusal that scripts of a form get', () => {
  it.each([
    ['a lost line', new TypeError('Failed to fetch')],
    ['another error', new Error('An unexpected response was received from the server.')],
    ['no error at all', 'saling-refusal:{}'],
  ])('is not read from %s', (_name, error) => {
    expect(readRefusal(error)).toBeNull();
  });

  it('arrives with its words', () => {
    const words = { title: 'Kiriman terlalu besar', detail: 'Paling banyak "64" kilobita.\n' };
    expect(readRefusal(new Error(writeRefusal(words)))).toEqual(words);
  });
});
