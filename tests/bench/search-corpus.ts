import { readFileSync } from 'node:fs';
import { randomFrom } from '#lib/platform/random.ts';
import type { SearchDocument, TopicWords } from '#lib/platform/search/engine.ts';

export const CORPUS_LANGUAGES = 'en id ms th vi fil km lo my pt tet zh ta'.split(' ');

const WITHOUT_SPACES = new Set(['th', 'km', 'lo', 'my', 'zh']);

type Thesaurus = Record<string, { labels: Record<string, string>; terms: Record<string, string[]> }>;

export type Corpus = { documents: SearchDocument[]; questions: { text: string; language: string }[] };

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}

/** Rare words, so that the word list is as long as that of real texts: some thousand, most of them seldom. */
function rareWord(random: () => number): string {
  const syllables = [
    'ka',
    'lo',
    'min',
    'ter',
    'sa',
    'pu',
    'ran',
    'ge',
    'dal',
    'vi',
    'ton',
    'be',
    'shi',
    'mu',
  ];
  const number = Math.floor(20_000 * random() ** 3);
  let word = '';
  for (let rest = number + 200; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}

/**
 * Synthetic practices: text from the thesaurus of one of 13 languages and, for two of them, sentences of the
 * sample practices, mixed with rare words; topic words in every language. The same for the same seed.
 */
export function makeCorpus(size: number, seed = 7): Corpus {
  const random = randomFrom(seed);
  const thesaurus = readData('thesaurus.json') as Thesaurus;
  const practices = readData('practices.json') as { title: string; summary: string }[];
  const codes = Object.keys(thesaurus).filter((code) => !code.startsWith('_'));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const termsOf = (code: string, language: string): string[] => {
    const entry = thesaurus[code];
    return [entry?.labels[language], ...(entry?.terms[language] ?? [])].filter((term) => term !== undefined);
  };
  const wordsByTopic = new Map<string, TopicWords>(
    codes.map((topic) => [
      topic,
      { topic, terms: CORPUS_LANGUAGES.flatMap((language) => termsOf(topic, language)) },
    ]),
  );
  const sentences = practices.flatMap((practice) => practice.summary.split(/(?<=\.)\s+/));
  const textIn = (language: string, topics: readonly string[], words: number): string => {
    const parts: string[] = [];
    for (let count = 0; count < words; count += 3) {
      const topic = random() < 0.5 ? pick(topics) : pick(codes);
      const rest = language === 'en' && random() < 0.2 ? pick(sentences) : rareWord(random);
      parts.push(pick(termsOf(topic, language)), rest);
    }
    return parts.join(WITHOUT_SPACES.has(language) ? '' : ' ');
  };
  const documents = Array.from({ length: size }, (_, number): SearchDocument => {
    const language = CORPUS_LANGUAGES[number % CORPUS_LANGUAGES.length] ?? 'en';
    const topics = [...new Set([pick(codes), pick(codes), pick(codes)])];
    return {
      kind: 'practice',
      recordId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      version: 1,
      title: textIn(language, topics, 6),
      localNames: [],
      body: textIn(language, topics, 40 + Math.floor(random() * 80)),
      topicWords: topics.flatMap((topic) => wordsByTopic.get(topic) ?? []),
      language,
    };
  });
  const questions = Array.from({ length: 260 }, (_, number) => {
    const language = CORPUS_LANGUAGES[number % CORPUS_LANGUAGES.length] ?? 'en';
    const topic = pick(codes);
    const text = textIn(language, [topic], 3 + Math.floor(random() * 5));
    return { text: number % 5 === 0 ? withSlip(text, random) : text, language };
  });
  return { documents, questions };
}

/** Leaves out one letter of the longest Latin word. */
function withSlip(text: string, random: () => number): string {
  const longest = (text.match(/[a-z]{5,}/g) ?? []).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return text;
  const place = 1 + Math.floor(random() * (longest.length - 2));
  return text.replace(longest, longest.slice(0, place) + longest.slice(place + 1));
}
