import { isNoise } from '#lib/platform/text/noise.ts';
import { roots } from '#lib/platform/text/roots.ts';
import { isStopWord } from '#lib/platform/text/stop-words.ts';
import { isAmbiguous } from './ambiguous.ts';

export type Owner = { topics: Set<string>; languages: Set<string> };
/** Words that stand for a topic without being its words: another form of one, or what several of its phrases share. */
export type LooseIndex = ReadonlyMap<string, Owner>;

/** Languages whose words are built with me-, pe-, -an and the like. */
const AFFIXED = new Set(['id', 'ms']);
/** A part of so many phrases of one topic, and of no phrase of another, stands for the topic. */
const ENOUGH_PHRASES = 2;
const SHORTEST = 4;

type Term = { topic: string; language: string; words: readonly string[] };

export function indexLoosely(terms: readonly Term[]): LooseIndex {
  const index = new Map<string, Owner>();
  const add = (key: string, topic: string, language: string) => {
    const owner = index.get(key) ?? { topics: new Set(), languages: new Set() };
    owner.topics.add(topic);
    owner.languages.add(language);
    index.set(key, owner);
  };
  for (const { topic, language, words } of terms) {
    const [only = ''] = words;
    if (words.length > 1 || !AFFIXED.has(language) || isAmbiguous(only)) continue;
    for (const root of roots(only)) add(root, topic, language);
  }
  for (const { word, topic, language } of headWords(terms)) add(word, topic, language);
  // What may stand for several topics says too little.
  for (const [key, { topics }] of index) if (topics.size > 1 || says(key) === false) index.delete(key);
  return index;
}

const says = (word: string): boolean => word.length >= SHORTEST && !isNoise(word) && !isStopWord(word);

/** Words of phrases that several phrases of one topic have, and none of another topic in any language. */
function headWords(terms: readonly Term[]): { word: string; topic: string; language: string }[] {
  const seen = new Map<string, { topics: Set<string>; language: string; count: number }>();
  for (const { topic, language, words } of terms) {
    for (const word of new Set(words)) {
      const one = seen.get(word) ?? { topics: new Set(), language, count: 0 };
      seen.set(word, one);
      one.topics.add(topic);
      one.count += words.length > 1 && one.language === language ? 1 : 0;
    }
  }
  return [...seen].flatMap(([word, { topics, language, count }]) => {
    const [topic] = topics;
    return topic === undefined || topics.size > 1 || count < ENOUGH_PHRASES
      ? []
      : [{ word, topic, language }];
  });
}

/** The topic for which a word stands that is no word of the thesaurus itself. */
export function findLoosely(word: string, index: LooseIndex): Owner | undefined {
  if (isStopWord(word)) return undefined;
  for (const root of roots(word)) {
    const owner = index.get(root);
    if (owner !== undefined) return owner;
  }
  return undefined;
}
