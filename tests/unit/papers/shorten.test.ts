import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from '#components/papers/shorten.ts';

it.each([
  ['a short text', 'A short text.', 'A short text.', 1],
  ['lines that its writer made', ' one \n\n two ', 'one\ntwo', 2],
  ['nothing', '', '', 1],
])('keeps %s', (_what, text, kept, lines) => {
  expect(shorten(text, 4)).toEqual({ text: kept, isShortened: false, lines });
});

it('cuts between words and says so', () => {
  const { text, isShortened, lines } = shorten('flood warning '.repeat(100), 2);
  expect([isShortened, lines]).toEqual([true, 2]);
  expect(text).toMatch(/^(flood warning )+flood( warning)?$/);
});

it('gives each line of a list its own line', () => {
  expect(shorten('a\n'.repeat(500), 3)).toEqual({ text: 'a\na\na', isShortened: true, lines: 3 });
});

it('never cuts a letter of any script in two, nor takes more than it may', () => {
  const letters = fc.constantFrom('ក្រុង', 'မြို့', 'กรุง', 'ວຽງ', 'தமிழ்', 'é', '👨‍👩‍👧', 'W', ' ', '\n', '中');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 400 }), fc.integer({ min: 1, max: 8 }), (parts, most) => {
      const given = parts.join('');
      const { text, lines, isShortened } = shorten(given, most);
      const graphemes = (words: string) =>
        [...new Intl.Segmenter('en').segment(words.replace(/\s/g, ''))].map(({ segment }) => segment);
      expect(lines).toBeLessThanOrEqual(most);
      expect(graphemes(given).slice(0, graphemes(text).length)).toEqual(graphemes(text));
      expect(isShortened || graphemes(given).length === graphemes(text).length).toBe(true);
    }),
  );
});

it('bounds what is piled on one letter', () => {
  expect(shorten(`a${'\u0301'.repeat(4000)}`, 1).text.length).toBeLessThan(20);
});
