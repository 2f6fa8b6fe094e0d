import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import type { Profile, WordRarity } from './library.ts';

/** Why a practice answers a need. `words`: by language of the reader, the terms to mark on each side. */
export type MatchReason = {
  topics: string[];
  words: Record<string, { need: string[]; practice: string[] }>;
};

const MOST_TOPICS = 3;
const MOST_WORDS = 8;
/** Words that more than three texts in ten have tell nothing. */
const TELLING = Math.log(1 / 0.3);

export function reasonFor(need: Profile, practice: Profile, wordRarity: WordRarity): MatchReason {
  const topics = sharedTopics(need, practice);
  const words: MatchReason['words'] = {};
  for (const reader of INTERFACE_LANGUAGES) {
    const needLanguage = shownLanguage(need, reader);
    const practiceLanguage = shownLanguage(practice, reader);
    const shared =
      needLanguage === practiceLanguage ? sharedWords(need, practice, needLanguage, wordRarity) : [];
    words[reader] = {
      need: [...new Set([...shared, ...phraseWords(need, topics, needLanguage)])],
      practice: [...new Set([...shared, ...phraseWords(practice, topics, practiceLanguage)])],
    };
  }
  return { topics, words };
}

/** Topics that both list or speak of, at least one of them listing it; what weighs most first. */
function sharedTopics(need: Profile, practice: Profile): string[] {
  return [...need.spoken]
    .map(([topic, weight]) => ({ topic, weight: weight * (practice.spoken.get(topic) ?? 0) }))
    .filter(({ topic, weight }) => weight > 0 && (need.listed.has(topic) || practice.listed.has(topic)))
    .sort((a, b) => b.weight - a.weight || (a.topic < b.topic ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ topic }) => topic);
}

const shownLanguage = (profile: Profile, reader: string): string =>
  profile.words.has(reader) ? reader : profile.material.language;

function sharedWords(need: Profile, practice: Profile, language: string, wordRarity: WordRarity): string[] {
  const others = practice.words.get(language);
  return [...(need.words.get(language) ?? [])]
    .map(([word, weight]) => ({ word, weight: weight * (others?.get(word) ?? 0) }))
    .filter(
      ({ word, weight }) => weight > 0 && !/^\p{N}/u.test(word) && wordRarity(language, word) >= TELLING,
    )
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/** The words by which the original speaks of these topics. */
function phraseWords(profile: Profile, topics: readonly string[], language: string): string[] {
  if (language !== profile.material.language) return [];
  return topics.flatMap((topic) =>
    [...(profile.material.found.get(topic) ?? [])].flatMap((phrase) => phrase.split(' ')),
  );
}
