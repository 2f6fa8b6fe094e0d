import { terms } from '#lib/platform/text/terms.ts';
import type { ThesaurusEntry } from '#lib/topics/contract.ts';

type Phrase = { topic: string; words: readonly string[] };
/** Words of the thesaurus: language -> first term -> the phrases that begin with it. */
export type Phrases = ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>>;
/** Topics that a text speaks of: topic -> the phrases that say so, as their terms joined by blanks. */
export type FoundTopics = ReadonlyMap<string, ReadonlySet<string>>;

export function buildPhrases(thesaurus: readonly ThesaurusEntry[]): Phrases {
  const books = new Map<string, Map<string, Phrase[]>>();
  for (const entry of thesaurus) {
    const words = terms(entry.term);
    const [first] = words;
    if (first === undefined) continue;
    const book = books.get(entry.language) ?? new Map<string, Phrase[]>();
    books.set(entry.language, book);
    const phrases = book.get(first) ?? [];
    book.set(first, phrases);
    phrases.push({ topic: entry.topic, words });
  }
  return books;
}

/** Finds the topics whose words stand in a text of this language, given as its terms in order. */
export function findTopics(phrases: Phrases, language: string, text: readonly string[]): FoundTopics {
  const found = new Map<string, Set<string>>();
  const book = phrases.get(language);
  if (book === undefined) return found;
  for (const [at, word] of text.entries()) {
    for (const phrase of book.get(word) ?? []) {
      if (!phrase.words.every((part, place) => text[at + place] === part)) continue;
      found.set(phrase.topic, (found.get(phrase.topic) ?? new Set()).add(phrase.words.join(' ')));
    }
  }
  return found;
}
