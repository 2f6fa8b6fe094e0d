import type { Passage } from '#lib/matching/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import type { Piece } from '#lib/platform/text/highlight.ts';
import { segment } from '#lib/platform/text/segment.ts';
import { stem } from '#lib/platform/text/stem.ts';
import { tellsOfSetback } from './setbacks.ts';

type Word = { stem: string; start: number; end: number };
type Sentence = { text: string; words: Word[] };

/**
 * The sentence that has most of the words (terms as `terms` gives them), its words marked; the first of equals.
 * Texts in another language than the first are not looked at.
 */
export function bestPassage(texts: readonly LocalText[], words: readonly string[]): Passage {
  return passageOf(texts, words, () => true);
}

/** As `bestPassage`, of what was done: a sentence that tells of a failure or a lack only where there is no other. */
export function bestDeed(texts: readonly LocalText[], words: readonly string[]): Passage {
  const deed = passageOf(texts, words, ({ text }, language) => !tellsOfSetback(text, language));
  return deed.pieces.length > 0 ? deed : bestPassage(texts, words);
}

function passageOf(
  texts: readonly LocalText[],
  words: readonly string[],
  mayBe: (sentence: Sentence, language: string) => boolean,
): Passage {
  const [first] = texts;
  if (first === undefined) return { pieces: [], language: 'en', isUncheckedTranslation: false };
  const wanted = new Set(words);
  let best: { sentence: Sentence; count: number } | undefined;
  for (const { text, language } of texts) {
    if (language !== first.language) continue;
    for (const sentence of sentencesOf(text, language)) {
      if (!mayBe(sentence, language)) continue;
      const said = sentence.words.filter((word) => wanted.has(word.stem)).map((word) => word.stem);
      const count = new Set(said).size;
      if (best === undefined || count > best.count) best = { sentence, count };
    }
  }
  return {
    pieces: best === undefined ? [] : mark(best.sentence, wanted),
    language: first.language,
    isUncheckedTranslation: first.isUncheckedTranslation,
  };
}

/** Words of the text that are among the wanted ones, as written, in lower case and in order. */
export function sharedWords({ text, language }: LocalText, wanted: readonly string[]): string[] {
  const set = new Set(wanted);
  return sentencesOf(text, language).flatMap((sentence) =>
    sentence.words
      .filter((word) => set.has(word.stem))
      .map((word) => sentence.text.slice(word.start, word.end).toLowerCase()),
  );
}

/** Pieces that join to the whole sentence. */
function mark(sentence: Sentence, wanted: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let cursor = 0;
  const push = (end: number, isMatch: boolean) => {
    if (end > cursor) pieces.push({ text: sentence.text.slice(cursor, end), isMatch });
    cursor = Math.max(cursor, end);
  };
  for (const word of sentence.words) {
    if (!wanted.has(word.stem) || word.start < cursor) continue;
    push(word.start, false);
    push(word.end, true);
  }
  push(sentence.text.length, false);
  return pieces;
}

const segmenters = new Map<string, Intl.Segmenter>();
/** Texts taken apart lately: the same few records stand on many pages. */
const memory = new Map<string, Sentence[]>();
const MEMORY_LIMIT = 3000;

function sentencesOf(text: string, language: string): Sentence[] {
  const key = `${language} ${text}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  const sentences = [...segmenter.segment(text)].flatMap((part) => {
    const sentence = part.segment.trim();
    return sentence === '' ? [] : [{ text: sentence, words: wordsOf(sentence) }];
  });
  if (memory.size >= MEMORY_LIMIT) memory.delete(memory.keys().next().value ?? '');
  memory.set(key, sentences);
  return sentences;
}

const wordsOf = (sentence: string): Word[] =>
  segment(sentence).map((token) => ({ stem: stem(token.term), start: token.start, end: token.end }));
