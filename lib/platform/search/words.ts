import { segment, type Token } from '#lib/platform/text/segment.ts';
import { stem } from '#lib/platform/text/stem.ts';
import { isStopWord } from '#lib/platform/text/stop-words.ts';

/**
 * One entry of a text in the index: `form` as folded, `term` its stem. `isUnspaced`: of a script without spaces.
 * `isPair`: two neighbours of such a script as one entry, so that a compound counts for more than its parts.
 */
export type IndexWord = { term: string; form: string; isUnspaced: boolean; isPair: boolean };

const UNSPACED = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}]/u;
const NOTHING_BETWEEN = /^[\s\p{Cf}]*$/u;

/** Longest word that is kept whole; an index row has a limit. */
const FORM_LIMIT = 64;

function isNeighbour(text: string, before: Token | undefined, token: Token): before is Token {
  return (
    before !== undefined &&
    UNSPACED.test(before.term) &&
    UNSPACED.test(token.term) &&
    NOTHING_BETWEEN.test(text.slice(before.end, token.start))
  );
}

/** What both sides, index and question, make of a text. Function words are left out. */
export function indexWords(text: string): IndexWord[] {
  const words: IndexWord[] = [];
  let before: Token | undefined;
  for (const token of segment(text)) {
    if (isStopWord(token.term)) {
      before = undefined;
      continue;
    }
    if (isNeighbour(text, before, token)) {
      const pair = `${before.term} ${token.term}`.slice(0, FORM_LIMIT);
      words.push({ term: pair, form: pair, isUnspaced: true, isPair: true });
    }
    const form = token.term.slice(0, FORM_LIMIT);
    words.push({ term: stem(form), form, isUnspaced: UNSPACED.test(form), isPair: false });
    before = token;
  }
  return words;
}

/** Words of a question that are looked at; more than a sentence holds. */
const QUESTION_LIMIT = 48;

/**
 * The words of a question, each once. A function word counts only when nothing else was typed and it may become
 * the beginning of another ("an" of "ancestral").
 */
export function questionWords(text: string, prefix: boolean): IndexWord[] {
  const words = [...new Map(indexWords(text).map((word) => [word.term, word])).values()];
  if (words.length > 0 || !prefix) return words.slice(0, QUESTION_LIMIT);
  const last = segment(text).at(-1);
  if (last === undefined) return [];
  return [{ term: last.term, form: last.term, isUnspaced: UNSPACED.test(last.term), isPair: false }];
}
