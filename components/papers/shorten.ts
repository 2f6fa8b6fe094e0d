/** Latin letters of a middle width that stand on one line of the text's column. */
const COLUMN = 72;
/** Longer than all that ever fits. */
const MOST_READ = 6000;
const MOST_POINTS = 12;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[ .,;:'’|!()[\]ijltfr-]/u, 0.6],
  [/^[a-z\u00df-\u00ff]/u, 1],
  [/^[mwMW@%…—]/u, 1.7],
  [/^[A-Z0-9]/u, 1.3],
  [/^[\p{Script=Thai}\p{Script=Lao}]/u, 1.15],
  [/^[\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tamil}]/u, 1.8],
  [/^\p{Script=Latin}/u, 1.1],
];
const widthOf = (letter: string): number => WIDTHS.find(([form]) => form.test(letter))?.[1] ?? 2.1;

export type Fitted = { text: string; isShortened: boolean; lines: number };

/** As much of a text as so many lines of the column hold; lines that its writer made are kept. */
export function shorten(text: string, mostLines: number): Fitted {
  const given = text
    .slice(0, MOST_READ)
    .toWellFormed()
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  let [kept, lines, width] = ['', 1, 0];
  let isPiled = false;
  for (const { segment } of letters.segment(given)) {
    const points = [...segment];
    const letter = points.slice(0, MOST_POINTS).join('');
    isPiled ||= points.length > MOST_POINTS;
    width += widthOf(letter);
    if (letter === '\n' || width > COLUMN) {
      if (lines === mostLines) return { text: wholeWords(kept), isShortened: true, lines };
      lines += 1;
      width = letter === '\n' ? 0 : widthOf(letter);
    }
    kept += letter;
  }
  return { text: kept, isShortened: isPiled || text.length > MOST_READ, lines };
}

/** Without the word that was cut through, where words are parted by blanks. */
function wholeWords(text: string): string {
  const end = text.search(/\s\S*$/u);
  return (end > text.length * 0.6 ? text.slice(0, end) : text).trimEnd();
}
