import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coveredBy } from '#lib/papers/gateway/coverage.ts';
import { NO_SIGN, printable, printableText } from '#lib/papers/gateway/printable.ts';

const fontAt = (path: string) => {
  const bytes = readFileSync(`node_modules/@expo-google-fonts/${path}.ttf`);
  return coveredBy(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
};
const latin = fontAt('noto-sans/400Regular/NotoSans_400Regular');
const khmer = fontAt('noto-sans-khmer/400Regular/NotoSansKhmer_400Regular');
const isCovered = (sign: number) => latin.has(sign) || khmer.has(sign);
const text = (given: string) => printableText(given, isCovered);

it('knows which signs a font has', () => {
  const has = (font: Set<number>, sign: string) => font.has(sign.codePointAt(0) ?? 0);
  expect(['A', 'ế', '–', NO_SIGN].map((sign) => has(latin, sign))).toEqual([true, true, true, true]);
  expect(['ក', '中', 'ع', '😀'].map((sign) => has(latin, sign))).toEqual([false, false, false, false]);
  expect(has(khmer, 'ក')).toBe(true);
});

it.each([
  ['controls', 'a\u0000b\u0007c\u001bd', 'abcd'],
  ['signs that turn the direction', '\u202eabc\u2066d\u200f', 'abcd'],
  ['half of a pair', 'a\ud800b', `a${NO_SIGN}b`],
  ['ends of lines', 'a\r\nb\u2028c\td', 'a\nb\nc d'],
  ['signs that no font has', '中 😀 ا', `${NO_SIGN} ${NO_SIGN} ${NO_SIGN}`],
  ['piles of marks', `e${'\u0323'.repeat(50)}`, `ẹ${'\u0323'.repeat(8)}`],
  ['its own scripts', 'ក្រុងបាត់ដំបង Đà Nẵng', 'ក្រុងបាត់ដំបង Đà Nẵng'],
  ['markup', '#read("x") $a$ \\ @b <c> *d* //', '#read("x") $a$ \\ @b <c> *d* //'],
])('%s', (_what, given, expected) => {
  expect(text(given)).toBe(expected);
});

it('lets a long word end somewhere, an address at its joints', () => {
  const longest = (given: string) =>
    Math.max(
      ...text(given)
        .split('\u200b')
        .map((part) => part.length),
    );
  expect(longest('x'.repeat(4000))).toBeLessThanOrEqual(36);
  expect(text('https://saling.example/exchanges/019ab3f0-1111-7222-8333-444455556666')).toBe(
    'https://\u200bsaling.example/\u200bexchanges/\u200b019ab3f0-1111-7222-8333-444455556666',
  );
  expect(text('ក្រុងបាត់ដំបង'.repeat(20))).not.toContain('\u200b');
});

it('goes into every part of a value and leaves the rest', () => {
  const given = { a: ['\u0000x', 1, null], b: { c: true, d: '中' } };
  expect(printable(given, isCovered)).toEqual({ a: ['x', 1, null], b: { c: true, d: NO_SIGN } });
});
