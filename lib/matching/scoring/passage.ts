import type { Passage } from '#lib/matching/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import type { Piece } from '#lib/platform/text/highlight.ts';
import {
  countWanted,
  findWanted,
  type Sentence,
  sentencesOf,
  toSentence,
  toWanted,
  type Wanted,
} from '#lib/platform/text/sentences.ts';
import { pointsBack } from '#lib/platform/text/setbacks.ts';
import { terms } from '#lib/platform/text/terms.ts';

/** What words of the title add: a need is told best by the sentence that says what its title says. */
const OF_TITLE = { each: 0.3, most: 1.2 } as const;
/** What a sentence loses that leans on the one before it, or is a mere addition to it. */
const ALONE = { back: 1, short: 0.5, shortest: 50 } as const;

/**
 * The sentence of a text that has most of the words (terms, or phrases of them joined by blanks), its words marked;
 * among these the one nearest to the title, then the first.
 */
export function bestPassage(text: LocalText, words: readonly string[], title = ''): Passage {
  const wanted = toWanted(words);
  const named = toWanted(terms(title));
  let best: { sentence: Sentence; points: number } | undefined;
  for (const sentence of sentencesOf(text.text, text.language)) {
    const points =
      countWanted(sentence, wanted) +
      Math.min(OF_TITLE.most, OF_TITLE.each * countWanted(sentence, named)) -
      (pointsBack(sentence.text, text.language) ? ALONE.back : 0) -
      (sentence.text.length < ALONE.shortest ? ALONE.short : 0);
    if (best === undefined || points > best.points) best = { sentence, points };
  }
  return {
    pieces: best === undefined ? [] : toPassage(shorten(best.sentence, wanted), wanted),
    language: text.language,
    isUncheckedTranslation: text.isUncheckedTranslation,
  };
}

/** Wanted words of the text as it writes them first, in lower case and in order. */
export function sharedWords({ text, language }: LocalText, wanted: readonly string[]): string[] {
  const set = toWanted(wanted);
  const written = new Map<string, string>();
  for (const sentence of sentencesOf(text, language)) {
    for (const { key, start, end } of findWanted(sentence, set)) {
      if (!written.has(key)) written.set(key, sentence.text.slice(start, end).toLowerCase());
    }
  }
  return [...written.values()];
}

/** Pieces that join to the whole sentence. */
export function toPassage(sentence: Sentence, wanted: Wanted): Piece[] {
  const pieces: Piece[] = [];
  let cursor = 0;
  const push = (end: number, isMatch: boolean) => {
    if (end > cursor) pieces.push({ text: sentence.text.slice(cursor, end), isMatch });
    cursor = Math.max(cursor, end);
  };
  for (const { start, end } of findWanted(sentence, wanted)) {
    push(start, false);
    push(end, true);
  }
  push(sentence.text.length, false);
  return pieces;
}

/** Longest passage that a card shows; most sentences are shorter. */
const LONGEST = 210;
/** A clause that says less is no passage. */
const SHORTEST = 60;
/** Where a clause ends: before a subordinate clause or after a semicolon or colon. */
const CLAUSE_END =
  /[;:](?=\s)|,(?= (?:which|where|who|whose|so|while|because|but|yang|sehingga|tempat|sementara|karena|tetapi)\b)/gu;

/** A sentence too long for a card, cut where a clause ends, after as many of the wanted words as fit. */
export function shorten(sentence: Sentence, wanted: Wanted): Sentence {
  const { text } = sentence;
  if (text.length <= LONGEST) return sentence;
  const all = countWanted(sentence, wanted);
  const cuts = [...text.matchAll(CLAUSE_END)]
    .map(({ index }) => index)
    .filter((end) => end >= SHORTEST && end < LONGEST)
    .map((end) => toSentence(`${text.slice(0, end)} …`))
    .map((cut) => ({ cut, count: countWanted(cut, wanted) }));
  const most = Math.max(0, ...cuts.map(({ count }) => count));
  const longest = cuts.findLast(({ count }) => count === most);
  return longest === undefined || (most === 0 && all > 0) ? sentence : longest.cut;
}
