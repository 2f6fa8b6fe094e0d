import type { NeedRow } from '#lib/needs/queries.ts';
import { terms } from '#lib/platform/text/terms.ts';
import type { PracticeRow } from '#lib/practices/queries.ts';
import { type FoundTopics, findTopics, type Phrases } from './phrases.ts';

/** A need or a practice as scoring sees it: everything that follows from the record alone. */
export type Material = {
  id: string;
  key: string;
  cityId: string;
  /** First the topic that the record is most about. */
  topics: readonly string[];
  /** Language of the original; the texts of others are translations. */
  language: string;
  /** Language -> word -> how often, a word of the title counting twice. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Topics that the original speaks of, listed or not. */
  found: FoundTopics;
};

type Source = Pick<NeedRow, 'id' | 'key' | 'cityId' | 'topics' | 'language' | 'translations'>;
type Texts = readonly (readonly [field: string, text: string | null | undefined])[];

const TITLE_WEIGHT = 2;

export function needMaterial(row: NeedRow, phrases: Phrases): Material {
  return toMaterial(row, phrases, [
    ['title', row.title],
    ['description', row.description],
  ]);
}

export function practiceMaterial(row: PracticeRow, phrases: Phrases): Material {
  return toMaterial(row, phrases, [
    ['title', row.title],
    ['summary', row.summary],
    ['problem', row.problem],
    ['actions', row.actions],
    ['results', row.results],
  ]);
}

function toMaterial(row: Source, phrases: Phrases, texts: Texts): Material {
  const own = texts.map(([field, text]) => [field, terms(text ?? '')] as const);
  const counts = new Map([[row.language, countWords(own)]]);
  for (const [language, translation] of Object.entries(row.translations)) {
    if (language === row.language) continue;
    const fields = texts.map(([field]) => [field, terms(translation.fields[field] ?? '')] as const);
    counts.set(language, countWords(fields));
  }
  // An empty word ends each field, so that no phrase runs over into the next.
  const words = own.flatMap(([, list]) => [...list, '']);
  return {
    id: row.id,
    key: row.key,
    cityId: row.cityId,
    topics: row.topics,
    language: row.language,
    counts,
    found: findTopics(phrases, row.language, words),
  };
}

function countWords(fields: readonly (readonly [field: string, words: string[]])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [field, words] of fields) {
    const weight = field === 'title' ? TITLE_WEIGHT : 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  return counts;
}
