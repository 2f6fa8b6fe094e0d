import type { Library, Profile } from './library.ts';
import { addProducts, products } from './postings.ts';

export type Answer = { practice: Profile; relevance: number };

/** Shares of the whole: words, topics listed or spoken of, listed topics once more. */
const SHARES = { words: 6 / 9, spoken: 2 / 9, listed: 1 / 9 } as const;

/**
 * Relevance of every practice to the need, 0 to 1, in the order of `library.practices`, to three decimals.
 * Likeness of words is averaged over the languages that both have text in; its root is taken because
 * likeness of short texts is small and skewed.
 */
export function relevances(library: Library, need: Profile): Float64Array {
  const { practices, practiceIndex } = library;
  const words = new Float64Array(practices.length);
  for (const [language, vector] of need.words) {
    const postings = practiceIndex.words.get(language);
    if (postings !== undefined) addProducts(words, postings, vector);
  }
  const spoken = products(practiceIndex.spoken, need.spoken);
  const listed = products(practiceIndex.listed, need.listed);
  const languages = [...need.words.keys()];
  const scores = new Float64Array(practices.length);
  for (const [position, practice] of practices.entries()) {
    const common = words[position] ?? 0;
    const topics = SHARES.spoken * (spoken[position] ?? 0) + SHARES.listed * (listed[position] ?? 0);
    const whole = topics + (common === 0 ? 0 : SHARES.words * likeness(common, practice, languages));
    scores[position] = Math.round(whole * 1000) / 1000;
  }
  return scores;
}

/** @param common the products of all shared languages together */
function likeness(common: number, practice: Profile, languages: readonly string[]): number {
  let shared = 0;
  for (const language of languages) if (practice.words.has(language)) shared += 1;
  return Math.sqrt(common / Math.max(1, shared));
}

/** Practices of other cities from `floor` up, most relevant first; equals by key. */
export function answersTo(library: Library, need: Profile, floor: number): Answer[] {
  const answers: Answer[] = [];
  for (const [position, relevance] of relevances(library, need).entries()) {
    const practice = library.practices[position];
    if (relevance < floor || practice === undefined) continue;
    if (practice.material.cityId !== need.material.cityId) answers.push({ practice, relevance });
  }
  return answers.sort(
    (a, b) => b.relevance - a.relevance || (a.practice.material.key < b.practice.material.key ? -1 : 1),
  );
}
