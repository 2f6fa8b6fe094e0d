import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldWithOffsets } from '#lib/platform/text/fold.ts';
import { TEXT_LIMIT } from '#lib/platform/text/limits.ts';
import { anyText } from './arbitrary.ts';

test.each([
  ['Lao am, circle before the tone', 'ນໍ້າ', 'ນ້ຳ'],
  ['Lao am, tone before the circle', 'ນ້ໍາ', 'ນ້ຳ'],
  ['Lao am without a tone', 'ກໍາ', 'ກຳ'],
  ['Lao h with subscript l', 'ເຫຼືອ', 'ເຫລືອ'],
  ['Lao ligature of h and n', 'ໜອງ', 'ຫນອງ'],
  ['Lao ligature of h and m', 'ໝູ່ບ້ານ', 'ຫມູ່ບ້ານ'],
  ['Thai am, circle before the tone', 'นํ้า', 'น้ำ'],
  ['Thai ae typed as two e', 'เเผน', 'แผน'],
  ['Khmer subscript da and ta', 'បណ្តេញ', 'បណ្ដេញ'],
  ['Khmer subscript da and ta, another word', 'ប្តូរ', 'ប្ដូរ'],
  ['Khmer doubled ta and da with ta', 'ខេត្ត', 'ខេដ្ត'],
  ['Khmer dttha and ttha', 'លំនៅឋាន', 'លំនៅដ្ឋាន'],
  ['Khmer subscript ro before another', 'ស្ត្រី', 'ស្រ្តី'],
  ['Khmer zero-width spaces', 'សំរាម​ទីក្រុង', 'សំរាមទីក្រុង'],
  ['Burmese jha typed as ca and ya', 'ဈေး', 'စျေး'],
  ['Burmese vowel signs in either order', 'မြို့', 'မြုိ့'],
  ['Tetum curly apostrophe', 'bee sa’e', "bee sa'e"],
  ['Tetum without apostrophe', 'be’e sa’e', 'bee sae'],
  ['Portuguese accents', 'GESTÃO de resíduos', 'gestao de residuos'],
  ['Vietnamese accents and d', 'Đường ngập nước', 'duong ngap nuoc'],
  ['Vietnamese composed and decomposed', 'ngập'.normalize('NFD'), 'ngập'],
  ['full-width letters and digits', 'ＰＭ２.５', 'pm2.5'],
  ['Thai digits', 'สวน ๑๕ นาที', 'สวน 15 นาที'],
  ['Khmer digits', '២០២៥', '2025'],
  ['Burmese digits', '၂၀၂၅', '2025'],
  ['white space of any kind', 'a \t\u00a0\n b', 'a b'],
  ['a lone surrogate', 'ab\ud800c', 'abc'],
  ['control characters', 'a\u0000b\u0007', 'ab'],
])('%s fold to one spelling', (_name, one, other) => {
  expect(fold(one)).toBe(fold(other));
  expect(fold(one)).not.toBe('');
});

test('words of different meaning stay apart', () => {
  expect(fold('ขา')).not.toBe(fold('ข้า'));
  expect(fold('ກາ')).not.toBe(fold('ກຳ'));
  expect(fold('வாழ்')).not.toBe(fold('வழி'));
  expect(fold('waste')).not.toBe(fold('water'));
});

test('what lies beyond the limit is not read', () => {
  expect(fold(`${'a'.repeat(TEXT_LIMIT)}b`)).toBe('a'.repeat(TEXT_LIMIT));
  expect(fold(`${'a'.repeat(TEXT_LIMIT - 1)}😀b`)).toBe('a'.repeat(TEXT_LIMIT - 1));
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1500 },
  );
});

test('every folded unit points at a range of the original, in order', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const folded = foldWithOffsets(text);
      expect(folded.starts).toHaveLength(folded.text.length);
      let before = 0;
      for (const [unit, start] of folded.starts.entries()) {
        const end = folded.ends[unit] ?? -1;
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
    }),
    { numRuns: 500 },
  );
});

test('time grows with the length, not with its square, on hostile text', () => {
  for (const unit of ['\u0301', '\u17D2', "'", '\u200B', 'ສ', '.1', '\ud800', 'เ']) {
    const started = performance.now();
    fold(unit.repeat(TEXT_LIMIT));
    expect(performance.now() - started).toBeLessThan(500);
  }
});
