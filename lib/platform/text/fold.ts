import { DROPPED, foldCluster } from './fold-cluster.ts';
import { cutText } from './limits.ts';

/** `starts[i]` and `ends[i]` bound, in the original text, what became unit `i` of the folded text. */
export type Folded = { text: string; starts: number[]; ends: number[] };

/** A base with its marks; vowels that are letters in Unicode but hang on the base; stacked consonants. */
const STACKED = '\\u17D2\\p{M}{0,3}[\\u1780-\\u17B3]|\\u1039\\p{M}{0,3}[\\u1000-\\u1021]';
const CLUSTER = new RegExp(
  `(?:${STACKED}|\\u0E40\\p{M}{0,3}\\u0E40|\\u0EC0\\p{M}{0,3}\\u0EC0|[\\s\\S])(?:${STACKED}|[\\u0E32\\u0E33\\u0EB2\\u0EB3]|\\p{M})*`,
  'gu',
);

const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

function foldCached(cluster: string): string {
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  const folded = foldCluster(cluster);
  if (cache.size < CACHE_LIMIT && cluster.length < 16) cache.set(cluster, folded);
  return folded;
}

/** Drops what carries no meaning and makes all white space one kind; keeps where each unit came from. */
function strip(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let stripped = '';
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    const kept = /\s/.test(character) ? ' ' : character.replace(DROPPED, '');
    for (let unit = 0; unit < kept.length; unit += 1) {
      starts.push(offset);
      ends.push(end);
    }
    stripped += kept;
    offset = end;
  }
  return { text: stripped, starts, ends };
}

/** Folds and keeps, for every unit of the result, the range of the original that it stands for. */
export function foldWithOffsets(text: string): Folded {
  const stripped = strip(cutText(text));
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const match of stripped.text.matchAll(CLUSTER)) {
    const piece = foldCached(match[0]);
    const start = stripped.starts[match.index] ?? 0;
    const end = stripped.ends[match.index + match[0].length - 1] ?? start;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    folded += piece;
  }
  return { text: folded, starts, ends };
}

/**
 * The form in which two spellings of the same text compare equal: lower case, without accents,
 * apostrophes and invisible characters, one spelling per Lao, Khmer, Burmese or Thai syllable, ASCII digits,
 * single spaces. Reads the first 10,000 units; never throws. Zawgyi-encoded Burmese is left as it is.
 */
export function fold(text: string): string {
  return foldWithOffsets(text).text.replace(/\s+/g, ' ').trim();
}
