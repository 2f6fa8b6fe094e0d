import { describe, expect, test } from 'vitest';
import { excerpt, excerptPieces } from '#components/site/excerpt.ts';

const text = 'Waste peaked in 2001. A landfill closed. The city trained green cadres.';

describe('what of a long text stands in a list', () => {
  test('one sentence is kept whole even when it is too long', () => {
    expect(excerpt(text, 'en', { enough: 5 })).toBe('Waste peaked in 2001.');
  });

  test('as many whole sentences as have room', () => {
    expect(excerpt(text, 'en', { enough: 45 })).toBe('Waste peaked in 2001. A landfill closed.');
    expect(excerpt(text, 'en', { enough: 500 })).toBe(text);
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
    expect(excerptPieces(pieces, 'en', { enough: 20 })).toEqual([
      { text: 'A landfill ', isMatch: false },
      { text: 'closed', isMatch: true },
      { text: '. ', isMatch: false },
    ]);
  });

  test('what was done is told first, unless only the sentence before it has a match', () => {
    const done = text.indexOf('The city');
    expect(excerpt(text, 'en', { from: done })).toBe('The city trained green cadres.');
    const marked = (word: string) => [
      { text: text.slice(0, text.indexOf(word)), isMatch: false },
      { text: word, isMatch: true },
      { text: text.slice(text.indexOf(word) + word.length), isMatch: false },
    ];
    const told = (word: string) =>
      excerptPieces(marked(word), 'en', { from: done, enough: 30 })
        .map((piece) => piece.text)
        .join('')
        .trim();
    expect(told('cadres')).toBe('The city trained green cadres.');
    expect(told('landfill')).toBe('A landfill closed.');
  });
});
