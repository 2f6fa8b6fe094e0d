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
  return Float64Array.from(practices, (practice, position) => {
    const shared = languages.filter((language) => practice.words.has(language)).length;
    const likeness = Math.sqrt((words[position] ?? 0) / Math.max(1, shared));
    const whole =
      SHARES.words * likeness +
      SHARES.spoken * (spoken[position] ?? 0) +
      SHARES.listed * (listed[position] ?? 0);
    return Math.round(whole * 1000) / 1000;
  });
}

/** Practices of other cities from `floor` up, most relevant first; equals by key. */
export function answersTo(library: Library, need: Profile, floor: number): Answer[] {
  const scores = relevances(library, need);
  return library.practices
    .map((practice, position) => ({ practice, relevance: scores[position] ?? 0 }))
    .filter((answer) => answer.relevance >= floor && answer.practice.material.cityId !== need.material.cityId)
    .sort(
      (a, b) => b.relevance - a.relevance || (a.practice.material.key < b.practice.material.key ? -1 : 1),
    );
}
