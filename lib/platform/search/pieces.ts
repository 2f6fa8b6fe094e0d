/** One edit turns a word into any that fits one of these, if it is no longer or shorter than by one letter. */
function oneSlip(word: string): string[] {
  const half = Math.floor(word.length / 2);
  return [`${word.slice(0, half)}%`, `%${word.slice(half)}`, swapped(word, half)];
}

function swapped(word: string, boundary: number): string {
  const [before = '', after = ''] = [word[boundary - 1], word[boundary]];
  return word.slice(0, boundary - 1) + after + before + word.slice(boundary + 1);
}

/**
 * Patterns of LIKE of which every word within so many slips fits at least one: a word cut into one piece more than
 * it holds slips keeps a piece whole, unless two letters are swapped across a cut. More words fit than are meant.
 * @param word letters and digits only, at least four, eight for two slips
 */
export function slipPatterns(word: string, slips: 1 | 2): string[] {
  if (slips === 1) return oneSlip(word);
  const first = Math.floor(word.length / 3);
  const second = word.length - first;
  return [
    `${word.slice(0, first)}%`,
    `%${word.slice(first, second)}%`,
    `%${word.slice(second)}`,
    ...[first, second].flatMap((cut) => oneSlip(swapped(word, cut))),
  ];
}

/** Every part of a word of at least this many letters, the word itself left out. */
export function partsOf(word: string, least: number): string[] {
  const parts = new Set<string>();
  for (let from = 0; from + least <= word.length; from += 1) {
    for (let to = from + least; to <= word.length; to += 1) parts.add(word.slice(from, to));
  }
  parts.delete(word);
  return [...parts];
}
