import { isNoise } from '#lib/platform/text/noise.ts';
import type { Material } from './material.ts';

/** Whether a word tells that a text is about one of the topics, and may be shown as a reason. */
export type Telling = (language: string, word: string, topics: readonly string[]) => boolean;

/** Of all records, the share that may have a word that tells something; what more have is everywhere. */
const MOST_HOLDERS = 0.3;
/** A word that only the two records share may be chance. */
const FEWEST_HOLDERS = 3;
/**
 * Of the records that have the word, how many more are about the topics than among all, as a share of what is
 * possible. Below this a shared word ("small", "part") says nothing of the subject.
 */
const LIFT = 0.35;

/** Counts over all records who has which word, and who is about which topic. */
export function countTelling(records: readonly Material[]): Telling {
  const holders = new Map<string, number[]>();
  const small = new Set<string>();
  const about = new Map<string, number[]>();
  for (const [position, record] of records.entries()) {
    for (const topic of record.topics) push(about, topic, position);
    for (const [language, counts] of record.counts) {
      for (const word of counts.keys()) push(holders, `${language} ${word}`, position);
    }
    for (const [language, words] of record.small) for (const word of words) small.add(`${language} ${word}`);
  }
  const setOf = rememberSets(about);
  const most = Math.max(FEWEST_HOLDERS, MOST_HOLDERS * records.length);
  return (language, word, topics) => {
    const key = `${language} ${word}`;
    const having = holders.get(key) ?? [];
    if (isNoise(word, language) || !small.has(key)) return false;
    if (having.length < FEWEST_HOLDERS || having.length > most) return false;
    const set = setOf(topics);
    const share = having.filter((position) => set.has(position)).length / having.length;
    const usual = set.size / records.length;
    return share - usual >= LIFT * (1 - usual);
  };
}

function push(lists: Map<string, number[]>, key: string, position: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [position]);
  else list.push(position);
}

function rememberSets(lists: ReadonlyMap<string, readonly number[]>) {
  const sets = new Map<string, ReadonlySet<number>>();
  return (keys: readonly string[]): ReadonlySet<number> => {
    const key = keys.join(' ');
    const set = sets.get(key) ?? new Set(keys.flatMap((one) => lists.get(one) ?? []));
    sets.set(key, set);
    return set;
  };
}
