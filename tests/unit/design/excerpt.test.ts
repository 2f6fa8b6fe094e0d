import { describe, expect, test } from 'vitest';
import { excerpt, excerptPieces } from '#components/site/excerpt.ts';

const text = 'Waste peaked in 2001. A landfill closed. The city trained green cadres.';

describe('what of a long text stands in a list', () => {
  test('one sentence is kept whole even when it is too long', () => {
    expect(excerpt(text, 'en', 5)).toBe('Waste peaked in 2001.');
  });

  test('as many whole sentences as have room', () => {
    expect(excerpt(text, 'en', 45)).toBe('Waste peaked in 2001. A landfill closed.');
    expect(excerpt(text, 'en', 500)).toBe(text);
  });

  test('an empty text stays empty', () => {
    expect(excerpt('', 'en')).toBe('');
    expect(excerptPieces([], 'en')).toEqual([]);
  });

  test('a text with matches starts at the sentence of the first match', () => {
    const pieces = [
      { text: 'Waste peaked in 2001. A landfill ', isMatch: false },
      { text: 'closed', isMatch: true },
      { text: '. The city trained green cadres.', isMatch: false },
    ];
    expect(excerptPieces(pieces, 'en', 20)).toEqual([
      { text: 'A landfill ', isMatch: false },
      { text: 'closed', isMatch: true },
      { text: '. ', isMatch: false },
    ]);
  });
});
