import { describe, expect, it } from 'vitest';
import { queryField, saidField, wordedText } from '#lib/platform/fields.ts';

describe('where something must be said', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\u3000\u00a0'],
    ['letters without width', '\u200b\u2060\u00ad\u200d\u200c\ufeff'],
    ['marks that turn the direction of a line', '\u202e\u2066\u200f'],
    ['signs', '...!!! — ¿?'],
    ['emoji', '🌊👍🏽'],
    ['half a character', '\ud83c'],
    ['marks without a letter', '\u0301\u0e49'],
    ['NUL', '\u0000'],
  ])('%s is nothing', (_name, text) => {
    expect(saidField.safeParse(text).success).toBe(false);
    expect(wordedText(text)).toBe('');
  });

  it.each([
    ['a figure', '7'],
    ['Khmer with zero-width spaces between words', 'ទឹក\u200bជំនន់'],
    ['Burmese with a joiner', 'ရေ\u200dကြီးမှု'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Thai, Lao, Tamil and Han', 'น้ำท่วม ນ້ຳຖ້ວມ வெள்ளம் 洪水'],
    ['letters with marks of their own', 'Liqui\u0063\u0327a, Đà Nẵng'],
    ['letters with signs around', '— (banjir!) 🌊'],
  ])('%s is something, and stays as it was written', (_name, text) => {
    expect(saidField.parse(` ${text}\n`)).toBe(text);
  });

  it('has a longest length, before blanks are taken away', () => {
    expect(saidField.safeParse('a'.repeat(10_000)).success).toBe(true);
    expect(saidField.safeParse('a'.repeat(10_001)).success).toBe(false);
  });
});

describe('what is looked for', () => {
  it('may be signs alone, never blanks', () => {
    expect(queryField.parse(' !!! ')).toBe('!!!');
    expect(queryField.safeParse('  ').success).toBe(false);
  });
});
