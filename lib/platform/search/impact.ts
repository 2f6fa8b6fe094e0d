import type { SearchDocument } from './engine.ts';
import { type IndexWord, indexWords } from './words.ts';

/** A word of the title counts as much as this many of the body. */
const TITLE_WEIGHT = 3;

/** Usual number of words; longer fields count less per word. Fixed, so that one document changes no other. */
const TITLE_LENGTH = 10;
const BODY_LENGTH = 120;
const LENGTH_SHARE = 0.75;

/** How soon repeating a word stops to help (k1 of BM25). */
const SATURATION = 1.2;

/** The most that a word of a document's own text can give. */
export const FULL_IMPACT = 1000;

/** What a word gives that stands only in the word list of the document's first topic. */
export const TOPIC_IMPACT = 250;

/** Percent of it for a topic by its place in the document's list: the first says most about a record. */
export function topicShare(place: number): number {
  return Math.max(1, Math.round(100 * 0.75 ** place));
}

export type OwnWords = {
  words: readonly IndexWord[];
  /** Term -> 1 to 1000: BM25F of title and body, without how rare the term is. */
  impacts: ReadonlyMap<string, number>;
};

/** The words of a document's own text, without those of its topics. */
export function ownWords(document: SearchDocument): OwnWords {
  const titles = [document.title, ...document.localNames];
  const fields = [
    { words: titles.flatMap(indexWords), weight: TITLE_WEIGHT, usualLength: TITLE_LENGTH * titles.length },
    { words: indexWords(document.body), weight: 1, usualLength: BODY_LENGTH },
  ];
  const weights = new Map<string, number>();
  for (const { words, weight, usualLength } of fields) {
    const perWord = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / usualLength);
    for (const { term } of words) weights.set(term, (weights.get(term) ?? 0) + perWord);
  }
  const impacts = new Map<string, number>();
  for (const [term, weight] of weights) {
    impacts.set(term, Math.max(1, Math.round((FULL_IMPACT * weight) / (weight + SATURATION))));
  }
  return { words: fields.flatMap((field) => field.words), impacts };
}
