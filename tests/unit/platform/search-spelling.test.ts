import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spell, unspell } from '#lib/platform/search/meilisearch/spelling.ts';

describe('words as Meilisearch keeps them', () => {
  it('are Latin letters and digits only, and lead back to the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (word) => {
        expect(spell(word)).toMatch(/^[a-z0-9]+$/);
        // Plain words that begin like spelled ones are no words of a language.
        fc.pre(!/^zq[a-z0-9]*$/.test(word));
        expect(unspell(spell(word))).toBe(word);
      }),
    );
  });

  it('begin alike where the words do', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, two) => {
          fc.pre(!/^[a-z0-9]+$/.test(one));
          expect(spell(one + two).startsWith(spell(one))).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['flood', 'flood'],
    ['2019', '2019'],
  ])('stay as they are where %s needs no spelling', (word, spelled) => {
    expect(spell(word)).toBe(spelled);
  });

  it('of another script lose what is cut off in the middle of a letter', () => {
    expect(unspell(`${spell('ขยะ')}ab`)).toBe('ขยะ');
  });
});
