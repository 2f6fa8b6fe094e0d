import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '#lib/platform/text/highlight.ts';
import { TEXT_LIMIT } from '#lib/platform/text/limits.ts';
import { segment } from '#lib/platform/text/segment.ts';
import { QUERY_WORDS, splitQueries } from '#lib/platform/text/split.ts';
import { stem } from '#lib/platform/text/stem.ts';
import { terms } from '#lib/platform/text/terms.ts';
import { anyText } from './arbitrary.ts';

const words = (text: string): string[] => segment(text).map((token) => token.term);

test.each(['', '   ', '!?…—()', '😀👩‍👩‍👧🇹🇱', '\u200b\ufeff\u00ad', '\ud800\udc00'.slice(0, 1)])(
  'nothing is found in %j',
  (text) => {
    expect(segment(text)).toEqual([]);
    expect(terms(text)).toEqual([]);
    expect(splitQueries(text)).toEqual([]);
  },
);

test.each([
  ['English', 'Waste-to-energy at 15-minute walks', ['waste', 'to', 'energy', 'at', '15', 'minute', 'walks']],
  ['figures with a point', 'PM2.5 haze.', ['pm2.5', 'haze']],
  ['Thai', 'เตรียมรับมือน้ำท่วม', ['เตรียม', 'รับมือ', 'น้ำ', 'ท่วม']],
  ['Lao', 'ຕົວເມືອງ ໂດຍໃຊ້', ['ຕົວເມືອງ', 'ໂດຍ', 'ໃຊ້']],
  ['Khmer', 'សំរាមនៅទីក្រុង', ['សំរាម', 'នៅ', 'ទីក្រុង']],
  ['Burmese', 'အမှိုက်စီမံခန့်ခွဲမှု', ['အမှိုက်', 'စီမံ', 'ခန့်ခွဲ', 'မှု']],
  ['Chinese', '固体废物管理', ['固体', '废物', '管理']],
  ['Vietnamese', 'Chống ngập', ['chong', 'ngap']],
  ['Tamil', 'திடக்கழிவு மேலாண்மை', ['திடக்கழிவு', 'மேலாண்மை']],
  ['Tetum', 'bee sa’e', ['bee', 'sae']],
])('%s is cut into its words', (_language, text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('two spellings of a Lao text are cut alike', () => {
  expect(words('ປ້ອງກັນນໍ້າຖ້ວມ')).toEqual(words('ປ້ອງກັນນ້ຳຖ້ວມ'));
});

test('offsets point at the word as it was typed', () => {
  const text = 'Kota: “Be’e  SA’E”, ນໍ້າ!';
  expect(segment(text).map((token) => text.slice(token.start, token.end))).toEqual([
    'Kota',
    'Be’e',
    'SA’E',
    'ນໍ້າ',
  ]);
});

test('any text gives words with valid offsets in order', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      let before = 0;
      for (const token of segment(text)) {
        expect(token.term).not.toBe('');
        expect(token.start).toBeGreaterThanOrEqual(before);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.end).toBeLessThanOrEqual(text.length);
        before = token.start;
      }
    }),
    { numRuns: 1000 },
  );
});

test('function words are left out and English endings folded', () => {
  expect(terms('How are the street vendors moved without flooding?')).toEqual([
    'street',
    'vendor',
    'mov',
    'flood',
  ]);
  expect(terms('the and of yang untuk')).toEqual([]);
});

test.each([
  ['tried', 'try'],
  ['tries', 'try'],
  ['cities', 'city'],
  ['floods', 'flood'],
  ['flooding', 'flood'],
  ['planned', 'plan'],
  ['planning', 'plan'],
  ['class', 'class'],
  ['bus', 'bus'],
  ['sing', 'sing'],
  ['move', 'mov'],
  ['moving', 'mov'],
  ['waste', 'wast'],
  ['wastes', 'wast'],
  ['pm2.5', 'pm2.5'],
])('%s is stemmed to %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test('matched words are marked as typed and the rest is untouched', () => {
  const text = 'Floods & <b>flood</b> walls';
  expect(highlight(text, terms('flood'))).toEqual([
    { text: 'Floods', isMatch: true },
    { text: ' & <b>', isMatch: false },
    { text: 'flood', isMatch: true },
    { text: '</b> walls', isMatch: false },
  ]);
});

test('words that touch are one mark in scripts without spaces', () => {
  expect(highlight('เตรียมรับมือน้ำท่วม', terms('น้ำท่วม'))).toEqual([
    { text: 'เตรียมรับมือ', isMatch: false },
    { text: 'น้ำท่วม', isMatch: true },
  ]);
});

test('pieces join to the original whatever it is', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (text, query) => {
      const pieces = highlight(text, [...terms(query), ...terms(text).slice(0, 2)]);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
    { numRuns: 500 },
  );
  const long = `flood ${'x '.repeat(TEXT_LIMIT)}flood`;
  expect(
    highlight(long, ['flood'])
      .map((piece) => piece.text)
      .join(''),
  ).toBe(long);
});

test('no short query holds more words than an engine reads', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const query of splitQueries(text)) expect(words(query).length).toBeLessThanOrEqual(QUERY_WORDS);
    }),
  );
});

test('a character that is read as two words does not make a query too long', () => {
  for (const text of ['½กŒ 0豈Ⰰ𠀀ð', '½ '.repeat(40), '¼½¾'.repeat(20)]) {
    for (const query of splitQueries(text)) expect(words(query).length).toBeLessThanOrEqual(QUERY_WORDS);
  }
});

test('a long problem becomes short queries along its sentences', () => {
  const problem = 'Canals are blocked by rubbish. Floods come each year; 2.5 metres in 2011.';
  expect(splitQueries(problem)).toEqual(['Canals blocked rubbish', 'Floods come year', '2.5 metres 2011']);
  const long = Array.from({ length: 25 }, (_, index) => `word${index}`).join(' ');
  expect(splitQueries(long).map((query) => query.split(' ').length)).toEqual([8, 8, 9]);
  expect(splitQueries(`${long}. `.repeat(40))).toHaveLength(12);
});
