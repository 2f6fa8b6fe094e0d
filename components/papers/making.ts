import type { Formats, Words } from '#i18n/words.ts';
import type { MayorsBrief } from '#lib/papers/contract.ts';
import type { Said, SheetItem, SheetMark } from './sheet.ts';
import { shorten } from './shorten.ts';
import type { SourceList } from './source-list.ts';

/** Lines that the parts may take, roomiest first. */
export const ROOM = [
  { passage: 5, question: 12, offer: 8, matter: 6, covers: 3, clearances: 6 },
  { passage: 4, question: 8, offer: 5, matter: 4, covers: 2, clearances: 4 },
  { passage: 3, question: 5, offer: 3, matter: 3, covers: 2, clearances: 4 },
  { passage: 2, question: 3, offer: 2, matter: 2, covers: 1, clearances: 2 },
  { passage: 1, question: 2, offer: 1, matter: 1, covers: 1, clearances: 1 },
] as const;
export type Room = (typeof ROOM)[number];
export type Made = { words: Words; format: Formats; language: string; address: string };
/** What the parts of one sheet share: the brief, its words, the room that each part has, and its sources. */
export type Making = Made & {
  brief: MayorsBrief;
  room: Room;
  numberOf: SourceList['numberOf'];
  count: { lines: number; isShortened: boolean };
};

/** A text of a record or of a city, as long as its place allows. */
export function quoted(
  { count, words }: Making,
  said: Said,
  mostLines: number,
  given: { mark: SheetMark; label?: string; source?: number | null; isUnchecked?: boolean },
): SheetItem {
  const label = given.label ?? null;
  // A label stands on the first line of its text.
  const isOwnLine = label !== null && label.length > 50;
  const { text, isShortened, lines } = shorten(said.text, mostLines);
  count.lines += lines + (isOwnLine ? 1 : 0);
  count.isShortened ||= isShortened;
  const note = words('papers.note', {
    source: given.source ? String(given.source) : 'none',
    unchecked: given.isUnchecked ? 'yes' : 'no',
    shortened: isShortened ? 'yes' : 'no',
  }).trim();
  return {
    mark: given.mark,
    label,
    text: { text, language: said.language },
    note: note === '' ? null : note,
  };
}

/** A sentence of ours. */
export function sentence({ count, language }: Making, text: string, mark: SheetMark = 'none'): SheetItem {
  count.lines += shorten(text, 20).lines;
  return { mark, label: null, text: { text, language }, note: null };
}
