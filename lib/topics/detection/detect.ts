import { fold } from '#lib/platform/text/fold.ts';
import { segment } from '#lib/platform/text/segment.ts';
import { stem } from '#lib/platform/text/stem.ts';
import type { ThesaurusEntry } from '#lib/topics/contract.ts';
import { isAmbiguous } from './ambiguous.ts';
import { findLoosely, indexLoosely, type LooseIndex } from './loose.ts';

/** Scripts that are written without spaces between words: their terms are found inside longer runs. */
const UNSPACED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}]/v;

type Owners = Map<string, { topics: Set<string>; languages: Set<string> }>;
export type ThesaurusIndex = {
  /** Phrases of spaced scripts, see `phraseOf`. */
  spaced: Owners;
  /** Runs of unspaced scripts, the longest first. */
  unspaced: [run: string, owner: { topics: Set<string>; languages: Set<string> }][];
  longest: number;
  /** For words of spaced scripts that belong to no phrase. */
  loose: LooseIndex;
};
export type Detected = { topics: { code: string; weight: number }[]; language: string | null };

/** Words of several are compared by stem; a word alone only with its plural, or "waste" would mean "wasting". */
function phraseOf(words: readonly string[]): string {
  const [only = '', ...others] = words;
  return others.length === 0 ? only.replace(/(?<=[a-z]{3})s$/, '') : words.map(stem).join(' ');
}

const wordsOf = (text: string): string[] => segment(text).map((token) => token.term);

/** Prepares the words of the thesaurus for detection; do it once, it folds every term. */
export function indexThesaurus(entries: readonly ThesaurusEntry[]): ThesaurusIndex {
  const spaced: Owners = new Map();
  const unspaced: Owners = new Map();
  for (const entry of entries) {
    const folded = fold(entry.term);
    const isRun = UNSPACED.test(folded);
    const key = isRun ? folded.replaceAll(' ', '') : phraseOf(wordsOf(entry.term));
    if (key === '') continue;
    const owners = isRun ? unspaced : spaced;
    const owner = owners.get(key) ?? { topics: new Set(), languages: new Set() };
    owner.topics.add(entry.topic);
    owner.languages.add(entry.language);
    owners.set(key, owner);
  }
  const longest = Math.max(1, ...[...spaced.keys()].map((phrase) => phrase.split(' ').length));
  const loose = indexLoosely(
    entries
      .filter((entry) => !UNSPACED.test(fold(entry.term)))
      .map(({ topic, language, term }) => ({ topic, language, words: wordsOf(term) })),
  );
  return { spaced, unspaced: [...unspaced].sort(([a], [b]) => b.length - a.length), longest, loose };
}

/**
 * Topics that a text speaks of, in whatever language, the most spoken of first (weight: words of the phrases found,
 * shared among the topics that own a phrase), and the language whose words were found most, null when none was.
 */
export function detectTopics(text: string, index: ThesaurusIndex): Detected {
  const weights = new Map<string, number>();
  const languages = new Map<string, number>();
  const add = (owner: { topics: Set<string>; languages: Set<string> }, words: number): void => {
    for (const topic of owner.topics) {
      weights.set(topic, (weights.get(topic) ?? 0) + words / owner.topics.size);
    }
    for (const language of owner.languages) {
      languages.set(language, (languages.get(language) ?? 0) + words / owner.languages.size);
    }
  };
  findSpaced(text, index, add);
  findUnspaced(text, index, add);
  const topics = [...weights]
    .map(([code, weight]) => ({ code, weight }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  const [best] = [...languages].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { topics, language: best?.[0] ?? null };
}

/** What a word counts that only stands near the words of a topic. */
const LOOSE_WORD = 0.5;

type Add = (owner: { topics: Set<string>; languages: Set<string> }, words: number) => void;

/** Longest phrase first at each word, so that "solid waste fee" is not also "waste". */
function findSpaced(text: string, index: ThesaurusIndex, add: Add): void {
  const words = wordsOf(text).filter((word) => !UNSPACED.test(word));
  for (let from = 0; from < words.length; ) {
    let taken = 1;
    let isFound = false;
    for (let length = Math.min(index.longest, words.length - from); length > 0; length -= 1) {
      const owner = index.spaced.get(phraseOf(words.slice(from, from + length)));
      if (owner === undefined) continue;
      add(owner, length);
      taken = length;
      isFound = true;
      break;
    }
    const guess = isFound ? undefined : findLoosely(words[from] ?? '', index.loose);
    if (guess !== undefined) add(guess, LOOSE_WORD);
    from += taken;
  }
}

function findUnspaced(text: string, index: ThesaurusIndex, add: Add): void {
  let rest = fold(text).replaceAll(' ', '');
  if (!UNSPACED.test(rest)) return;
  const words = new Set(wordsOf(text));
  for (const [run, owner] of index.unspaced) {
    if (run.length < 2 || (isAmbiguous(run) && !words.has(run)) || !rest.includes(run)) continue;
    rest = rest.replaceAll(run, '\n');
    add(owner, 1);
  }
}
