import { cutText } from './limits.ts';
import { segment } from './segment.ts';
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
    const words = segment(sentence).filter((token) => !isStopWord(token.term));
    const groups = Math.ceil(words.length / QUERY_WORDS);
    for (let group = 0; group < groups; group += 1) {
      if (queries.length >= limit) return queries;
      const from = Math.floor((group * words.length) / groups);
      const to = Math.floor(((group + 1) * words.length) / groups);
      queries.push(
        words
          .slice(from, to)
          .map((token) => sentence.slice(token.start, token.end))
          .join(' '),
      );
    }
  }
  return queries;
}
