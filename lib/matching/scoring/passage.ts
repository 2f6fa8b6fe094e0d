import type { Passage } from '#lib/matching/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { highlight, type Piece } from '#lib/platform/text/highlight.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentence that has most of the words (terms as `terms` gives them), its words marked; the first of equals.
 * Texts in another language than the first are not looked at.
 */
export function bestPassage(texts: readonly LocalText[], words: readonly string[]): Passage {
  const [first] = texts;
  if (first === undefined) return { pieces: [], language: 'en', isUncheckedTranslation: false };
  let best: { pieces: Piece[]; count: number } | undefined;
  for (const { text, language } of texts) {
    if (language !== first.language) continue;
    for (const sentence of sentencesOf(text, language)) {
      const pieces = highlight(sentence, words);
      const count = new Set(markedWords(pieces)).size;
      if (best === undefined || count > best.count) best = { pieces, count };
    }
  }
  return {
    pieces: best?.pieces ?? [],
    language: first.language,
    isUncheckedTranslation: first.isUncheckedTranslation,
  };
}

/** Marked words in lower case, in the order of the text. */
export function markedWords(pieces: readonly Piece[]): string[] {
  return pieces.filter((piece) => piece.isMatch).map((piece) => piece.text.toLowerCase());
}

function sentencesOf(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)]
    .map((part) => part.segment.trim())
    .filter((sentence) => sentence !== '');
}
