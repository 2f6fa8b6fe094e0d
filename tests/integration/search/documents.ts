import thesaurus from '#data/thesaurus.json' with { type: 'json' };
import type { SearchDocument, TopicWords } from '#lib/platform/search/engine.ts';

/** Codes of the languages that the thesaurus has words in. */
export const LANGUAGES = [
  'en',
  'id',
  'ms',
  'th',
  'vi',
  'fil',
  'km',
  'lo',
  'my',
  'pt',
  'tet',
  'zh',
  'ta',
] as const;
export type WordLanguage = (typeof LANGUAGES)[number];

type Words = {
  labels: Record<WordLanguage, string>;
  terms: Partial<Record<WordLanguage, readonly string[]>>;
};
export const topics: ReadonlyMap<string, Words> = new Map(Object.entries(thesaurus));

/** The words of a topic in every language, as indexing gives them. */
export function wordsOf(topic: string): TopicWords {
  const words = topics.get(topic);
  if (words === undefined) throw new Error(`the thesaurus knows ${topic}`);
  return { topic, terms: [...Object.values(words.labels), ...Object.values(words.terms).flat()] };
}

export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A practice without anything but what is given. */
export function practice(number: number, changes: Partial<SearchDocument>): SearchDocument {
  const empty = { version: 1, title: '', localNames: [], body: '', topicWords: [], language: 'en' };
  return { kind: 'practice', recordId: id(number), ...empty, ...changes };
}
