import type { NeedRow } from '#lib/needs/queries.ts';
import { segment } from '#lib/platform/text/segment.ts';
import { stem } from '#lib/platform/text/stem.ts';
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
  /** The same by language, translations included: for what is marked, not for what is scored. */
  said: ReadonlyMap<string, FoundTopics>;
  /** Language -> words that stand in small letters somewhere; what never does in any record is a name. */
  small: ReadonlyMap<string, ReadonlySet<string>>;
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
  const spoken = [row.language, ...Object.keys(row.translations)].filter(isFirst);
  const written = spoken.map((language) => {
    const own = language === row.language;
    const fields = texts.map(
      ([field, text]) => [field, (own ? text : row.translations[language]?.fields[field]) ?? ''] as const,
    );
    return { language, fields, words: fields.map(([field, text]) => [field, terms(text)] as const) };
  });
  // An empty word ends each field, so that no phrase runs over into the next.
  const said = written.map(({ language, words }) => {
    const list = words.flatMap(([, field]) => [...field, '']);
    return [language, findTopics(phrases, language, list)] as const;
  });
  return {
    id: row.id,
    key: row.key,
    cityId: row.cityId,
    topics: row.topics,
    language: row.language,
    counts: new Map(written.map(({ language, words }) => [language, countWords(words)])),
    found: said[0]?.[1] ?? new Map(),
    said: new Map(said),
    small: new Map(written.map(({ language, fields }) => [language, smallWords(fields)])),
  };
}

const isFirst = (one: string, place: number, all: readonly string[]): boolean => all.indexOf(one) === place;

/** Words written in small letters, or in letters that know no others. */
function smallWords(fields: readonly (readonly [field: string, text: string])[]): Set<string> {
  const words = new Set<string>();
  for (const [, text] of fields) {
    for (const { term, start, end } of segment(text)) {
      const written = text.slice(start, end);
      if (written === written.toLowerCase()) words.add(stem(term));
    }
  }
  return words;
}

function countWords(fields: readonly (readonly [field: string, words: string[]])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [field, words] of fields) {
    const weight = field === 'title' ? TITLE_WEIGHT : 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  return counts;
}
