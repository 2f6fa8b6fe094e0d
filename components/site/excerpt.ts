import type { Piece } from '#components/ui/marked.tsx';

/** Two short sentences or one long one. */
const ENOUGH = 200;

/** Whole sentences from `from` until there is enough to read in a list; always at least one. */
export function excerpt(text: string, language: string, { from = 0, enough = ENOUGH } = {}): string {
  const rest = text.slice(from);
  return rest.slice(0, endOfExcerpt(sentences(rest, language), 0, enough)).trim();
}

/** The same for a text in pieces: starts there too if a match follows, else at the first sentence with a match. */
export function excerptPieces(
  pieces: Piece[],
  language: string,
  { from: wanted = 0, enough = ENOUGH } = {},
): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const all = sentences(text, language);
  const begin = all.findLastIndex((start) => start <= wanted);
  const fromThere = slicePieces(pieces, all[begin] ?? 0, endOfExcerpt(all, begin, enough));
  const first = offsetOfMatch(pieces);
  if (first < 0 || fromThere.some((piece) => piece.isMatch)) return fromThere;
  const from = all.findLastIndex((start) => start <= first);
  const start = all[from] ?? 0;
  return slicePieces(pieces, start, endOfExcerpt(all, from, enough));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Where each sentence starts, and the length of the text. */
function sentences(text: string, language: string): number[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return [...Array.from(segmenter.segment(text), (sentence) => sentence.index), text.length];
}

function endOfExcerpt(starts: number[], from: number, enough: number): number {
  const start = starts[from] ?? 0;
  const ends = starts.slice(from + 1);
  return ends.findLast((end) => end - start <= enough) ?? ends[0] ?? start;
}

function offsetOfMatch(pieces: Piece[]): number {
  let at = 0;
  for (const piece of pieces) {
    if (piece.isMatch) return at;
    at += piece.text.length;
  }
  return -1;
}

function slicePieces(pieces: Piece[], start: number, end: number): Piece[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.text.length;
    return text === '' ? [] : [{ text, isMatch: piece.isMatch }];
  });
}
