import type { SearchDocument, SearchKind } from '#lib/platform/search/engine.ts';
import { FULL_IMPACT, ownWords, TOPIC_IMPACT, topicShare } from '#lib/platform/search/impact.ts';
import { indexWords } from '#lib/platform/search/words.ts';
import { spell } from './spelling.ts';

/** Most that a word gives: of the document's own text and of its first topic. */
export const MOST_IMPACT = FULL_IMPACT + TOPIC_IMPACT;

/**
 * Fields by how much their words say about the document, most first: Meilisearch tells in which field it found a
 * word, and nothing else that a sum could be made of. Each says four fifths of the one before.
 */
export const LEVELS = Array.from({ length: 13 }, (_, number) => `w${String(number).padStart(2, '0')}`);
const STEP = 0.8;

/** Impact for which words of this level stand, 1 to MOST_IMPACT. */
export const impactOf = (level: number): number => MOST_IMPACT * STEP ** level;

function levelOf(impact: number): number {
  const level = Math.round(Math.log(impact / MOST_IMPACT) / Math.log(STEP));
  return Math.min(LEVELS.length - 1, Math.max(0, level));
}

export type StoredDocument = {
  id: string;
  kind: SearchKind;
  recordId: string;
  version: number;
  [level: string]: string | number;
};

export const idOf = ({ kind, recordId }: { kind: SearchKind; recordId: string }): string =>
  `${kind}_${recordId}`;

/** A document as Meilisearch is given it: the words that the shared functions make of it, by level. */
export function toStored(document: SearchDocument): StoredDocument {
  const own = ownWords(document);
  const impacts = new Map(own.impacts);
  const forms = new Map<string, Set<string>>();
  const topics = document.topicWords.map((group) => group.terms.flatMap(indexWords));
  for (const [place, words] of topics.entries()) {
    const points = (TOPIC_IMPACT * topicShare(place)) / 100;
    for (const term of new Set(words.map((word) => word.term))) {
      impacts.set(term, (impacts.get(term) ?? 0) + points);
    }
  }
  for (const { term, form } of [...own.words, ...topics.flat()]) {
    const known = forms.get(term) ?? new Set();
    forms.set(term, known.add(form));
  }
  const levels = LEVELS.map((): string[] => []);
  for (const [term, impact] of impacts) {
    const spelled = new Set([term, ...(forms.get(term) ?? [])].map(spell));
    levels[levelOf(impact)]?.push(...spelled);
  }
  const { kind, recordId, version } = document;
  const fields = LEVELS.map((level, number) => [level, (levels[number] ?? []).join(' ')]);
  return { id: idOf(document), kind, recordId, version, ...Object.fromEntries(fields) };
}
