import type { Material } from './material.ts';
import { buildPostings, type Postings } from './postings.ts';
import { countTelling, type Telling } from './telling.ts';
import { countHolders, rarity, unit, type Vector } from './vector.ts';

/** What is compared of a record. */
export type Profile = {
  material: Material;
  /** Listed topics, weighted by their place and by how rare they are. */
  listed: Vector;
  /** Listed topics, and those whose words stand in the text. */
  spoken: Vector;
  /** Words by language, of every language that the record has text in. */
  words: ReadonlyMap<string, Vector>;
};

export type Library = {
  needs: readonly Profile[];
  practices: readonly Profile[];
  practiceIndex: { listed: Postings; spoken: Postings; words: ReadonlyMap<string, Postings> };
  /** How far a word tells what a text is about. */
  tellingOf: Telling;
};

/** Natural logarithm of texts per text that has the word; 0 for a word that all have. */
type WordRarity = (language: string, word: string) => number;

/** How fast a listed topic loses weight with its place: a need is about its first, a practice touches several. */
const DECAY = { need: 0.5, practice: 0.75 } as const;
/** Weight of a topic that the text speaks of, against the first listed one. */
const SPOKEN = { need: 0.25, practice: 0.5 } as const;
type Kind = keyof typeof DECAY;

/** Makes all records comparable. What a word or a topic tells is counted over all of them together. */
export function buildLibrary(needs: readonly Material[], practices: readonly Material[]): Library {
  const all = [...needs, ...practices];
  const holders = countHolders(all.map((record) => record.topics));
  const topicRarity = (topic: string) => rarity(all.length, holders.get(topic) ?? 1);
  const wordRarity = countWordRarity(all);
  const profile = (kind: Kind) => (record: Material) => toProfile(record, kind, topicRarity, wordRarity);
  const profiles = { needs: needs.map(profile('need')), practices: practices.map(profile('practice')) };
  const practiceIndex = indexPractices(profiles.practices);
  return { ...profiles, practiceIndex, tellingOf: countTelling(all) };
}

function toProfile(
  record: Material,
  kind: Kind,
  topicRarity: (topic: string) => number,
  wordRarity: WordRarity,
): Profile {
  const listed = new Map(record.topics.map((topic, place) => [topic, DECAY[kind] ** place]));
  const spoken = new Map(listed);
  for (const [topic, phrases] of record.found) {
    spoken.set(topic, (spoken.get(topic) ?? 0) + SPOKEN[kind] * (1 + Math.log(phrases.size)));
  }
  const weigh = (topics: Vector) =>
    unit(new Map([...topics].map(([topic, weight]) => [topic, weight * topicRarity(topic)])));
  const words = [...record.counts].map(([language, counts]) => {
    const weights = [...counts].map(
      ([word, count]) => [word, (1 + Math.log(count)) * wordRarity(language, word)] as const,
    );
    return [language, unit(new Map(weights))] as const;
  });
  return { material: record, listed: weigh(listed), spoken: weigh(spoken), words: new Map(words) };
}

function countWordRarity(records: readonly Material[]): WordRarity {
  const languages = new Set(records.flatMap((record) => [...record.counts.keys()]));
  const spaces = new Map(
    [...languages].map((language) => {
      const texts = records.flatMap((record) => record.counts.get(language) ?? []);
      const holders = countHolders(texts.map((counts) => counts.keys()));
      return [language, { total: texts.length, holders }] as const;
    }),
  );
  return (language, word) => {
    const space = spaces.get(language);
    return space === undefined ? 0 : Math.log(space.total / (space.holders.get(word) ?? 1));
  };
}

function indexPractices(practices: readonly Profile[]): Library['practiceIndex'] {
  const languages = new Set(practices.flatMap((practice) => [...practice.words.keys()]));
  const words = [...languages].map((language) => {
    const vectors = practices.map((practice): Vector => practice.words.get(language) ?? new Map());
    return [language, buildPostings(vectors)] as const;
  });
  return {
    listed: buildPostings(practices.map((practice) => practice.listed)),
    spoken: buildPostings(practices.map((practice) => practice.spoken)),
    words: new Map(words),
  };
}
