const PLAIN = /^[a-z0-9]+$/;
/** No word of a language begins with it; Meilisearch forgives slips at the beginning of a word least. */
const MARK = 'zq';
/** Letters for one code point: 26^4 reach far beyond the last script; what lies above is no part of a word. */
const WIDTH = 4;
const LETTERS = 26;

/**
 * A folded word as Meilisearch keeps it whole: it splits, folds and segments other scripts by rules of its own, so that
 * these are spelled in Latin letters, each code point in four. Beginnings of words stay beginnings.
 */
export function spell(word: string): string {
  if (PLAIN.test(word)) return word;
  return MARK + Array.from(word, (character) => spellPoint(character.codePointAt(0) ?? 0)).join('');
}

/** The word that was spelled; letters after the last whole code point are left out. */
export function unspell(spelled: string): string {
  if (!spelled.startsWith(MARK)) return spelled;
  const groups = spelled.slice(MARK.length).match(new RegExp(`.{${WIDTH}}`, 'g')) ?? [];
  return groups.map(pointOf).join('');
}

function spellPoint(point: number): string {
  let rest = point;
  let letters = '';
  for (let place = 0; place < WIDTH; place += 1) {
    letters = String.fromCharCode(97 + (rest % LETTERS)) + letters;
    rest = Math.floor(rest / LETTERS);
  }
  return letters;
}

function pointOf(letters: string): string {
  const point = Array.from(letters).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 97, 0);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
