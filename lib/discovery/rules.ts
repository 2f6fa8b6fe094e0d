import { highlight } from '#lib/platform/text/highlight.ts';
import { isNoise } from '#lib/platform/text/noise.ts';
import { segment } from '#lib/platform/text/segment.ts';
import { terms as allTerms } from '#lib/platform/text/terms.ts';

type Answer = { hits: readonly { recordId: string; score: number }[] };

/** Softens the head of each list: the usual constant of reciprocal rank fusion (Cormack et al., SIGIR 2009). */
const SOFTENING = 60;

/**
 * One list out of the answers to several short questions: by the sum of reciprocal ranks, so that no engine's
 * scale of scores matters. Equal sums in the order of the ids.
 */
export function fuse(answers: readonly Answer[]): { recordId: string; score: number }[] {
  const sums = new Map<string, number>();
  for (const answer of answers) {
    for (const [rank, hit] of answer.hits.entries()) {
      sums.set(hit.recordId, (sums.get(hit.recordId) ?? 0) + 1 / (SOFTENING + rank + 1));
    }
  }
  return [...sums]
    .map(([recordId, score]) => ({ recordId, score }))
    .sort((a, b) => b.score - a.score || (a.recordId < b.recordId ? -1 : 1));
}

/** Raises what lies under the topics of the text: by up to as much as being first in three answers. */
export function raiseByTopics<Item extends { score: number; topics: readonly string[] }>(
  items: readonly Item[],
  wanted: ReadonlyMap<string, number>,
): Item[] {
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const raise = (item: Item) =>
    total === 0 ? 0 : item.topics.reduce((sum, topic) => sum + (wanted.get(topic) ?? 0), 0) / total;
  return items
    .map((item, place) => ({ item, place, score: item.score + (3 / SOFTENING) * raise(item) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ item }) => item);
}

type Weighted = { code: string; weight: number };

/** Share that the words of the text have in what it is taken to be about; the rest is the answers' share. */
const SPOKEN_SHARE = 0.6;
/** Topics with a smaller share of the whole are left out. */
const LEAST_SHARE = 0.08;

/**
 * What a text is about: the topics whose words stand in it, and those that its best answers are filed under
 * (earlier answers and earlier topics count more). At most `limit`, the most likely first.
 */
export function weighTopics(
  spoken: readonly Weighted[],
  answers: readonly { topics: readonly string[] }[],
  limit: number,
): Weighted[] {
  const voted = answers.flatMap(({ topics }, rank) =>
    topics.map((code, place) => ({ code, weight: 0.5 ** place / (rank + 1) })),
  );
  const spokenShare = voted.length === 0 ? 1 : spoken.length === 0 ? 0 : SPOKEN_SHARE;
  const weights = new Map<string, number>();
  const share = (list: readonly Weighted[], part: number): void => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0);
    for (const { code, weight } of list) {
      weights.set(code, (weights.get(code) ?? 0) + (part * weight) / total);
    }
  };
  share(spoken, spokenShare);
  share(voted, 1 - spokenShare);
  return [...weights]
    .map(([code, weight]) => ({ code, weight }))
    .filter(({ weight }) => weight >= LEAST_SHARE)
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}

const SENTENCES = /[^.!?。！？။។\n]+[.!?。！？။។]*\s*/gu;
const MAX_TITLE = 80;

/** A first draft of a need: the first sentence, cut at a word, as title; the text itself as description. */
export function draftNeed(text: string): { title: string; description: string } {
  const [first = text] = text.match(SENTENCES) ?? [];
  const title = first.trim().replace(/[.。။។]+$/u, '');
  if (title.length <= MAX_TITLE) return { title, description: text };
  const fitting = segment(title).filter((token) => token.end <= MAX_TITLE - 1);
  const end = fitting.at(-1)?.end ?? MAX_TITLE - 1;
  return { title: `${title.slice(0, end).trimEnd()}…`, description: text };
}

/**
 * The words of these texts that are among the terms and tell something, as they are written, each once (a plural is
 * no other word), at most `limit`.
 */
export function sharedWords(texts: readonly string[], terms: readonly string[], limit = 8): string[] {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const piece of highlight(text, terms)) {
      const [term] = piece.isMatch ? allTerms(piece.text) : [];
      if (term !== undefined && !isNoise(term) && !words.has(term)) words.set(term, piece.text);
    }
  }
  return [...words.values()].slice(0, limit);
}
