import { cutText } from './limits.ts';
import { segment, type Token } from './segment.ts';
import { isStopWord } from './stop-words.ts';

/** Engines read only the first words of a query (Meilisearch: ten). */
export const QUERY_WORDS = 10;

const QUERY_LIMIT = 12;

const SENTENCE_END = /[.!?;:\n\r。！？；។။၊]+(?=\s|$|[^\p{N}])/gu;

/**
 * A long text as at most `limit` short queries of at most ten words each, function words left out,
 * cut at sentence ends first. A short text gives one query; a text without words gives none.
 */
export function splitQueries(text: string, limit: number = QUERY_LIMIT): string[] {
  const queries: string[] = [];
  for (const sentence of cutText(text).split(SENTENCE_END)) {
    const words = distinctPlaces(segment(sentence).filter((token) => !isStopWord(token.term)));
    const groups = Math.ceil(words.length / QUERY_WORDS);
    for (let group = 0; group < groups; group += 1) {
      const from = Math.floor((group * words.length) / groups);
      const to = Math.floor(((group + 1) * words.length) / groups);
      const written = words.slice(from, to).map((token) => sentence.slice(token.start, token.end));
      queries.push(...shortEnough(written));
      if (queries.length >= limit) return queries.slice(0, limit);
    }
  }
  return queries;
}

/** Words made of one character, as the two of "½", are written once. */
function distinctPlaces(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, at) => at === 0 || token.start !== tokens[at - 1]?.start);
}

/** What is written as ten words may be read as more once it stands alone: such a group is halved. */
function shortEnough(written: readonly string[]): string[] {
  const query = written.join(' ');
  if (written.length < 2 || segment(query).length <= QUERY_WORDS) return [query];
  const half = Math.ceil(written.length / 2);
  return [...shortEnough(written.slice(0, half)), ...shortEnough(written.slice(half))];
}
