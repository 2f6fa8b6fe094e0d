import type { CityRow } from '#lib/cities/queries.ts';
import type { NeedRow } from '#lib/needs/queries.ts';
import type { Translations } from '#lib/platform/language.ts';
import type { SearchDocument, TopicWords } from '#lib/platform/search/engine.ts';
import type { PracticeRow } from '#lib/practices/queries.ts';
import type { TopicRow } from '#lib/topics/queries.ts';
import { topicRecordId } from '#lib/topics/rules.ts';

/** Words of each topic in every language, by code. */
export type WordsByTopic = ReadonlyMap<string, readonly string[]>;

const join = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('\n');

const translated = (translations: Translations, isTitle: boolean): string[] =>
  Object.values(translations).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, text]) =>
      (field === 'title' || field === 'label') === isTitle ? [text] : [],
    ),
  );

const wordsOf = (topics: readonly string[], words: WordsByTopic): TopicWords[] =>
  topics.map((topic) => ({ topic, terms: words.get(topic) ?? [] }));

export function practiceDocument(row: PracticeRow, words: WordsByTopic): SearchDocument {
  return {
    kind: 'practice',
    recordId: row.id,
    version: row.version,
    title: row.title,
    localNames: translated(row.translations, true),
    body: join([row.summary, row.problem, row.actions, row.results, ...translated(row.translations, false)]),
    topicWords: wordsOf(row.topics, words),
    language: row.language,
  };
}

export function needDocument(row: NeedRow, words: WordsByTopic): SearchDocument {
  return {
    kind: 'need',
    recordId: row.id,
    version: row.version,
    title: row.title,
    localNames: translated(row.translations, true),
    body: join([row.description, ...translated(row.translations, false)]),
    topicWords: wordsOf(row.topics, words),
    language: row.language,
  };
}

export function cityDocument(row: CityRow): SearchDocument {
  return {
    kind: 'city',
    recordId: row.id,
    version: row.version,
    title: row.name,
    localNames: row.localName === null ? [] : [row.localName],
    body: row.key.replaceAll('-', ' '),
    topicWords: [],
    language: row.language,
  };
}

export function topicDocument(row: TopicRow, words: WordsByTopic): SearchDocument {
  return {
    kind: 'topic',
    recordId: topicRecordId(row.code),
    // Topics have no version; an equal one replaces, so that a word taken away is gone from the index.
    version: 1,
    title: row.label,
    localNames: translated(row.translations, true),
    body: join([row.description, ...translated(row.translations, false)]),
    topicWords: wordsOf([row.code], words),
    language: 'en',
  };
}
