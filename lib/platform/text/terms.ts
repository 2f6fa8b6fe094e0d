import { segment } from './segment.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** The words of a text as search compares them: folded, without function words, stemmed; repeats stay. */
export function terms(text: string): string[] {
  return segment(text)
    .filter((token) => !isStopWord(token.term))
    .map((token) => stem(token.term));
}
