import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween } from '#lib/platform/search/distance.ts';
import { partsOf, slipPatterns } from '#lib/platform/search/pieces.ts';

const letter = fc.constantFrom(...'abcdeé9');
const word = (least: number) =>
  fc.array(letter, { minLength: least, maxLength: 14 }).map((all) => all.join(''));

/** As LIKE reads it. */
const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll('%', '.*')}$`, 'u').test(text);

type Edit = { kind: 'add' | 'drop' | 'change' | 'swap'; place: number; letter: string };
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('add', 'drop', 'change', 'swap'),
  place: fc.nat(20),
  letter,
});

function apply(text: string, { kind, place, letter: other }: Edit): string {
  const at = place % (text.length - 1);
  const [before, one, next, after] = [text.slice(0, at), text[at], text[at + 1], text.slice(at + 2)];
  if (kind === 'add') return before + other + text.slice(at);
  if (kind === 'drop') return before + next + after;
  return kind === 'change' ? before + other + next + after : before + next + one + after;
}

test.each([
  [1, 4],
  [2, 8],
] as const)('a word with at most %i slips fits a pattern', (slips, least) => {
  fc.assert(
    fc.property(word(least), fc.array(edit, { maxLength: slips }), (asked, edits) => {
      const written = edits.reduce(apply, asked);
      fc.pre(slipsBetween(asked, written, slips) <= slips);
      expect(slipPatterns(asked, slips).some((pattern) => fits(pattern, written))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a word that is quite another fits none', () => {
  for (const slips of [1, 2] as const) {
    expect(slipPatterns('composting', slips).some((pattern) => fits(pattern, 'relocation'))).toBe(false);
  }
});

test('parts are every stretch of a word but the word itself, each once', () => {
  expect(partsOf('abab', 2)).toEqual(['ab', 'aba', 'ba', 'bab']);
  expect(partsOf('ab', 3)).toEqual([]);
});
