import { segment } from './segment.ts';
import { stem } from './stem.ts';

/** A part of a text; `isMatch` where its words are among the words asked for. */
export type Piece = { text: string; isMatch: boolean };

/**
 * Cuts a text into pieces that join to exactly the original, never markup.
 * `queryTerms` are terms as `terms` or a search result gives them. Words beyond 10,000 units are not looked at.
 */
export function highlight(text: string, queryTerms: Iterable<string>): Piece[] {
  const wanted = new Set(queryTerms);
  const pieces: Piece[] = [];
  const push = (from: number, to: number, isMatch: boolean): void => {
    if (from >= to) return;
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), isMatch });
  };
  let cursor = 0;
  for (const token of wanted.size > 0 ? segment(text) : []) {
    if (token.start < cursor || !(wanted.has(stem(token.term)) || wanted.has(token.term))) continue;
    push(cursor, token.start, false);
    push(token.start, token.end, true);
    cursor = token.end;
  }
  push(cursor, text.length, false);
  return pieces;
}
