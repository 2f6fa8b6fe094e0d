import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import type { Library, Profile } from './library.ts';

/** Why a practice answers a need. `words`: by language of the reader, what to mark on each side: terms, or phrases joined by blanks. */
export type MatchReason = {
  topics: string[];
  words: Record<string, { need: string[]; practice: string[] }>;
};

const MOST_TOPICS = 3;
const MOST_WORDS = 6;

export function reasonFor(need: Profile, practice: Profile, library: Library): MatchReason {
  const topics = sharedTopics(need, practice);
  const words: MatchReason['words'] = {};
  for (const reader of INTERFACE_LANGUAGES) {
    const needLanguage = shownLanguage(need, reader);
    const practiceLanguage = shownLanguage(practice, reader);
    const shared = needLanguage === practiceLanguage ? sharedWords(need, practice, needLanguage) : [];
    const telling = shared
      .filter((word) => library.tellingOf(needLanguage, word, topics))
      .slice(0, MOST_WORDS);
    words[reader] = {
      need: [...new Set([...phrasesOf(need, topics, needLanguage), ...telling])],
      practice: [...new Set([...phrasesOf(practice, topics, practiceLanguage), ...telling])],
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

/** Words that both have, what weighs most first. */
function sharedWords(need: Profile, practice: Profile, language: string): string[] {
  const others = practice.words.get(language);
  return [...(need.words.get(language) ?? [])]
    .map(([word, weight]) => ({ word, weight: weight * (others?.get(word) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}

/** The words and phrases of the thesaurus by which the text speaks of these topics. */
function phrasesOf(profile: Profile, topics: readonly string[], language: string): string[] {
  const said = profile.material.said.get(language);
  return topics.flatMap((topic) => [...(said?.get(topic) ?? [])]);
}
