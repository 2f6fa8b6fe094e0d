import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import type { Library, Profile } from './library.ts';

/** Why a practice answers a need. `words`: by language of the reader, the terms to mark on each side. */
export type MatchReason = {
  topics: string[];
  words: Record<string, { need: string[]; practice: string[] }>;
};

const MOST_TOPICS = 3;
const MOST_WORDS = 6;
/**
 * Of the practices that have the word, how many more are about the topics than among all, as a share of what is
 * possible. Below this a shared word ("small", "part") says nothing of the subject.
 */
const TELLING = 0.35;

export function reasonFor(need: Profile, practice: Profile, library: Library): MatchReason {
  const topics = sharedTopics(need, practice);
  const words: MatchReason['words'] = {};
  for (const reader of INTERFACE_LANGUAGES) {
    const needLanguage = shownLanguage(need, reader);
    const practiceLanguage = shownLanguage(practice, reader);
    const shared = needLanguage === practiceLanguage ? sharedWords(need, practice, needLanguage) : [];
    const telling = shared
      .filter((word) => isTelling(library, needLanguage, word, topics))
      .slice(0, MOST_WORDS);
    words[reader] = {
      need: [...new Set([...telling, ...phraseWords(need, topics, needLanguage)])],
      practice: [...new Set([...telling, ...phraseWords(practice, topics, practiceLanguage)])],
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

/** Words that both have, what weighs most first; numbers are no words. */
function sharedWords(need: Profile, practice: Profile, language: string): string[] {
  const others = practice.words.get(language);
  return [...(need.words.get(language) ?? [])]
    .map(([word, weight]) => ({ word, weight: weight * (others?.get(word) ?? 0) }))
    .filter(({ word, weight }) => weight > 0 && !/^\p{N}/u.test(word))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}

function isTelling(library: Library, language: string, word: string, topics: readonly string[]): boolean {
  const holders = library.practiceIndex.words.get(language)?.lists.get(word)?.at ?? [];
  const about = library.practicesAbout(topics);
  const share = holders.filter((position) => about.has(position)).length / Math.max(1, holders.length);
  const usual = about.size / Math.max(1, library.practices.length);
  return share - usual >= TELLING * (1 - usual);
}

/** The words by which the original speaks of these topics. */
function phraseWords(profile: Profile, topics: readonly string[], language: string): string[] {
  if (language !== profile.material.language) return [];
  return topics.flatMap((topic) =>
    [...(profile.material.found.get(topic) ?? [])].flatMap((phrase) => phrase.split(' ')),
  );
}
