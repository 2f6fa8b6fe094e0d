/** Stands for a sign that no font here has. */
export const NO_SIGN = '\ufffd';
/** Longest run of marks on one letter; scripts of the region need six. */
const MOST_MARKS = 8;
/** A word that is longer may be broken anywhere. */
const LONGEST_WORD = 36;
const BREAK = '\u200b';

// Controls but for the line's end, and signs that turn the direction of what follows.
const UNSEEN = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu;
const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
const WORD = new RegExp(`[^\\s${BREAK}]{${LONGEST_WORD + 1},}`, 'gu');
const MIDDLE = new RegExp(`(?:\\P{M}\\p{M}*){${LONGEST_WORD}}`, 'gu');
// Where an address is broken first.
const JOINTS = /[/?&=]+(?=[^/?&=])/g;
// These are broken between their words without blanks.
const BLANKLESS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text as paper can hold it: what cannot be seen is gone, what no font has is shown as such, and it fits a column. */
export function printableText(text: string, isCovered: (sign: number) => boolean): string {
  const seen = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(MARKS, '$1');
  const covered = [...seen]
    .map((sign) => (sign === '\n' || sign === BREAK || isCovered(sign.codePointAt(0) ?? 0) ? sign : NO_SIGN))
    .join('');
  return covered.replace(WORD, (word) => (BLANKLESS.test(word) ? word : breakable(word)));
}

function breakable(word: string): string {
  const parts = word.replace(JOINTS, `$&${BREAK}`).split(BREAK);
  return parts
    .map((part) => (part.length > LONGEST_WORD ? part.replace(MIDDLE, `$&${BREAK}`) : part))
    .join(BREAK);
}

/** The same for every text inside a value of JSON. */
export function printable<Value>(value: Value, isCovered: (sign: number) => boolean): Value {
  if (typeof value === 'string') return printableText(value, isCovered) as Value;
  if (Array.isArray(value)) return value.map((one) => printable(one, isCovered)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, printable(one, isCovered)]),
  ) as Value;
}
