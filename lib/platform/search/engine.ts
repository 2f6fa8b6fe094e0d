/** What can be searched. One index holds all kinds, so that one question asks for all of them. */
export const SEARCH_KINDS = ['practice', 'need', 'city', 'topic'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Most hits that one question may ask for: filters and counts are computed in Postgres over these. */
export const MAX_HITS = 1000;

/** Words by which one topic is known, labels and terms, in any number of languages. */
export type TopicWords = { topic: string; terms: readonly string[] };

/** A public record as the engine is given it: raw text, which the engine folds and segments itself. */
export type SearchDocument = {
  kind: SearchKind;
  /** The record's UUID; a topic, which has none, gives a UUID that its code always leads to. */
  recordId: string;
  /** The record's version; an older one never replaces a newer one. */
  version: number;
  title: string;
  /** Names and titles in other languages and scripts; they count as much as the title. */
  localNames: readonly string[];
  /** Everything else worth finding, translations included. */
  body: string;
  topicWords: readonly TopicWords[];
  /** BCP 47 tag of title and body. */
  language: string;
};

export type SearchQuery = {
  text: string;
  /** All kinds when left out. */
  kinds?: readonly SearchKind[];
  /** 1 to MAX_HITS. */
  limit: number;
  /** Whether the last word may be the beginning of a longer one, as while one types. */
  prefix: boolean;
};

export type SearchRecordHit = {
  kind: SearchKind;
  recordId: string;
  /** 0 to 1: near 1 where all the words asked for stand in the title; comparable inside one answer only. */
  score: number;
};

export type SearchAnswer = {
  /** Best first; equal scores in the order of kind and recordId. */
  hits: SearchRecordHit[];
  /** Folded, stemmed words that were looked for, with corrected and completed ones: input of `highlight`. */
  terms: string[];
};

export type SearchHealth = { engine: 'postgres' | 'meilisearch'; ok: boolean; documents: number };

/** The engine does not answer or refuses. Callers degrade; nothing else is thrown by an engine. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/**
 * A ranked list of record ids, nothing more. Every call but `health` may throw SearchUnavailable.
 * Ask outside of a transaction: an engine takes a connection of its own from the same pool.
 */
export type SearchEngine = {
  /** Where the index is kept, without secrets: one that is kept elsewhere knows nothing of what was written here. */
  place: string;
  /** Adds or replaces; resolves when the documents can be found. */
  put: (documents: readonly SearchDocument[]) => Promise<void>;
  /** Unknown ids are no error. Resolves when the records can be found no more. */
  remove: (records: readonly { kind: SearchKind; recordId: string }[]) => Promise<void>;
  clear: () => Promise<void>;
  /** These documents instead of all that are there, whatever their versions; until it is done the old ones are found. */
  rebuild: (documents: readonly SearchDocument[], onProgress?: (done: number) => void) => Promise<void>;
  count: () => Promise<number>;
  /** Never throws; `ok` false and 0 documents when the engine does not answer. */
  health: () => Promise<SearchHealth>;
  search: (query: SearchQuery) => Promise<SearchAnswer>;
  /** Answers in the order of the queries, asked in one round trip. */
  searchMany: (queries: readonly SearchQuery[]) => Promise<SearchAnswer[]>;
  /** Gives back connections; the handle that the engine was made with stays open. */
  close: () => Promise<void>;
};
