/** Marks carry the meaning in these scripts: Indic, Thai, Lao, Myanmar, Khmer and their extensions. */
const KEPT_MARK = /[\u0900-\u0DFF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\uA9E0-\uA9FF\uAA60-\uAA7F]/;

const MARK = /\p{M}/gu;

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ø: 'o',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Characters that are typed or left out freely: apostrophes, zero-width and control characters, halves of pairs. */
export const DROPPED = /['’‘ʼʻ`´ˈ′\uFF07\p{Cf}\p{Cs}\p{Cc}\uFFFD]/gu;

/** First code point of each row of decimal digits that the eleven countries write. */
const DIGIT_ROWS = [0x0be6, 0x0e50, 0x0ed0, 0x1040, 0x1090, 0x17e0];

const DIGIT = /[\u0BE6-\u0BEF\u0E50-\u0E59\u0ED0-\u0ED9\u1040-\u1049\u1090-\u1099\u17E0-\u17E9]/g;

type Rule = readonly [pattern: RegExp, replacement: string];

/** "am" typed as circle + tone + aa or tone + circle + aa, and a doubled e for ae. */
const THAI: readonly Rule[] = [
  [/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33'],
  [/([\u0E48-\u0E4B])\u0E4D\u0E32/g, '$1\u0E33'],
  [/(\u0E33+)([\u0E48-\u0E4B]+)/g, '$2$1'],
  [/\u0E40\u0E40/g, '\u0E41'],
];

/** As Thai, and the ligatures of h (ໜ, ໝ, ຫຼ) written as two letters. */
const LAO: readonly Rule[] = [
  [/\u0ECD([\u0EC8-\u0ECB]?)\u0EB2/g, '$1\u0EB3'],
  [/([\u0EC8-\u0ECB])\u0ECD\u0EB2/g, '$1\u0EB3'],
  [/(\u0EB3+)([\u0EC8-\u0ECB]+)/g, '$2$1'],
  [/\u0EDC/g, '\u0EAB\u0E99'],
  [/\u0EDD/g, '\u0EAB\u0EA1'],
  [/\u0EBC/g, '\u0EA5'],
  [/\u0EC0\u0EC0/g, '\u0EC1'],
];

/** Subscript da and ta look alike, dttha is often plain ttha, subscript ro belongs last, vowels typed in parts. */
const KHMER: readonly Rule[] = [
  [/\u17D2\u178A/g, '\u17D2\u178F'],
  [/\u178A(?=\u17D2\u178F)/g, '\u178F'],
  [/\u178A\u17D2(?=\u178B)/g, ''],
  [/\u178A\u17D2\u178B/g, '\u178B'],
  [/\u17D2\u179A(\u17D2[\u1780-\u1799\u179B-\u17B3])/g, '$1\u17D2\u179A'],
  [/\u17C1\u17B8/g, '\u17BE'],
  [/\u17C1\u17B6/g, '\u17C4'],
  [/\u17B2/g, '\u17B1'],
];

/** jha typed as ca + ya, nya as u, wa as zero, and vowel signs in either order. */
const MYANMAR: readonly Rule[] = [
  [/\u1005\u103B/g, '\u1008'],
  [/\u1025(?=[\u1037\u1039\u103A])/g, '\u1009'],
  [/\u1025\u102E/g, '\u1026'],
  [/\u1040(?=[\u102B-\u103E])/g, '\u101D'],
  [/\u102F\u102D/g, '\u102D\u102F'],
  [/\u1036\u102F/g, '\u102F\u1036'],
];

const SCRIPTS: readonly (readonly [script: RegExp, rules: readonly Rule[]])[] = [
  [/[\u0E01-\u0E5B]/, THAI],
  [/[\u0E81-\u0EDF]/, LAO],
  [/[\u1780-\u17FF]/, KHMER],
  [/[\u1000-\u109F]/, MYANMAR],
];

/** Rules feed each other on malformed text; a few rounds settle everything that people can type. */
const ROUNDS = 8;

function respell(text: string): string {
  let folded = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = folded;
    for (const [script, rules] of SCRIPTS) {
      if (!script.test(folded)) continue;
      for (const [pattern, replacement] of rules) folded = folded.replace(pattern, replacement);
    }
    if (folded === before) break;
  }
  return folded;
}

/** One base character with everything that hangs on it, in the spelling that search compares. */
export function foldCluster(cluster: string): string {
  const plain = cluster
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(MARK, (mark) => (KEPT_MARK.test(mark) ? mark : ''))
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
  return respell(plain).replace(DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (DIGIT_ROWS.findLast((row) => row <= code) ?? code));
  });
}
