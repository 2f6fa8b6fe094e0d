import { foldWithOffsets } from './fold.ts';

/** A word: `term` folded, `start` and `end` in UTF-16 units of the original text. */
export type Token = { term: string; start: number; end: number };

/** Scripts written without spaces between words, then everything else that can be part of a word. */
const RUN =
  /([\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}]+)|[[\p{L}\p{M}\p{N}]--[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}]]+(?:\.\p{Nd}+)*/gv;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words of a text in order, by dictionary for Thai, Lao, Khmer, Burmese and Chinese.
 * Punctuation and emoji give none. Two words made of one character (as in "½") share a range.
 */
export function segment(text: string): Token[] {
  const folded = foldWithOffsets(text);
  const tokens: Token[] = [];
  const add = (term: string, from: number): void => {
    const start = folded.starts[from];
    const end = folded.ends[from + term.length - 1];
    if (start !== undefined && end !== undefined) tokens.push({ term, start, end });
  };
  for (const match of folded.text.matchAll(RUN)) {
    if (match[1] === undefined) {
      add(match[0], match.index);
      continue;
    }
    for (const word of segmenter.segment(match[0])) {
      if (word.isWordLike) add(word.segment, match.index + word.index);
    }
  }
  return tokens;
}
