import { segment } from '#lib/platform/text/segment.ts';
import { stem } from '#lib/platform/text/stem.ts';
import { isStopWord } from '#lib/platform/text/stop-words.ts';

/** A word that is not a function word, as the terms of records are; `start` and `end` in its sentence. */
export type Word = { stem: string; start: number; end: number };
export type Sentence = { text: string; words: Word[] };
/** A wanted word or phrase where it stands. `key`: as it was wanted. */
export type Found = { key: string; start: number; end: number };
/** Wanted words and phrases by their first word, the longest first. */
export type Wanted = ReadonlyMap<string, readonly (readonly string[])[]>;

const segmenters = new Map<string, Intl.Segmenter>();
/** Texts taken apart lately: the same few records stand on many pages. */
const memory = new Map<string, Sentence[]>();
const MEMORY_LIMIT = 3000;

export function sentencesOf(text: string, language: string): Sentence[] {
  const key = `${language} ${text}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  const sentences = [...segmenter.segment(text)].flatMap((part) => {
    const sentence = part.segment.trim();
    return sentence === '' ? [] : [toSentence(sentence)];
  });
  if (memory.size >= MEMORY_LIMIT) memory.delete(memory.keys().next().value ?? '');
  memory.set(key, sentences);
  return sentences;
}

export function toSentence(text: string): Sentence {
  const words = segment(text).filter((token) => !isStopWord(token.term));
  return { text, words: words.map(({ term, start, end }) => ({ stem: stem(term), start, end })) };
}

/** @param entries terms, or several joined by blanks, as `terms` gives them */
export function toWanted(entries: readonly string[]): Wanted {
  const wanted = new Map<string, string[][]>();
  for (const phrase of new Set(entries)) {
    const parts = phrase.split(' ');
    const [first = ''] = parts;
    wanted.set(
      first,
      [...(wanted.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
    );
  }
  return wanted;
}

/** Wanted words and phrases in the order in which they stand, none over another. */
export function findWanted(sentence: Sentence, wanted: Wanted): Found[] {
  const { words } = sentence;
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = wanted
      .get(words[at]?.stem ?? '')
      ?.find((parts) =>
        parts.every((part, place) => words[at + place]?.stem === part && joins(sentence, at, place)),
      );
    const first = words[at];
    const last = words[at + (phrase?.length ?? 1) - 1];
    if (phrase === undefined || first === undefined || last === undefined) continue;
    const isAfter = first.start >= (found.at(-1)?.end ?? 0);
    if (isAfter) found.push({ key: phrase.join(' '), start: first.start, end: last.end });
    at += phrase.length - 1;
  }
  return found;
}

/** Whether the word so many places further belongs to the same phrase: no comma or stop stands before it. */
function joins({ text, words }: Sentence, at: number, place: number): boolean {
  const before = words[at + place - 1];
  const word = words[at + place];
  if (place === 0 || before === undefined || word === undefined) return true;
  return !/[,;:.()]/u.test(text.slice(before.end, word.start));
}

/** How many different wanted words and phrases the sentence has. */
export const countWanted = (sentence: Sentence, wanted: Wanted): number =>
  new Set(findWanted(sentence, wanted).map(({ key }) => key)).size;
