import type { DraftContent, DraftKind } from '#lib/drafts/contract.ts';
import { CARRIED, LIST_FIELDS, type Raw } from './contract.ts';

/** `startYear` -> `start_year`, as columns are called. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A value as the one text that a cell holds. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => textOf(one)).join(' | ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A cell as a field takes it: lists apart, all else as it is written. */
export function rawOf(field: string, cell: string): Raw {
  return LIST_FIELDS.includes(field) ? partsOf(cell) : cell;
}

/** The values of a list, or of a cell that holds one. */
export function partsOf(given: Raw): string[] {
  const parts = Array.isArray(given) ? given.map((one) => textOf(one)) : textOf(given).split(/[|;,\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const tidy = (text: string): string =>
  text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();

/** Whether a file says of a field what stands there already, however it is written. */
export function saysTheSame(field: string, present: unknown, given: Raw): boolean {
  const plain = (value: unknown) =>
    LIST_FIELDS.includes(field) && Array.isArray(value)
      ? value.map((one) => tidy(textOf(one))).join('|')
      : tidy(textOf(value));
  return plain(present) === plain(given);
}

/** The fields that files carry, empty ones too. */
export function carriedOf(kind: DraftKind, content: DraftContent): Record<string, Raw> {
  return Object.fromEntries(
    CARRIED[kind].map((field) => {
      const value = content[field];
      if (LIST_FIELDS.includes(field)) return [field, Array.isArray(value) ? value : []];
      return [field, typeof value === 'string' || typeof value === 'number' ? value : null];
    }),
  );
}

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_KEY = 100;

/** What is wrong with the key that a file gives a new record; it begins with the city's own name. */
export function keyProblem(kind: DraftKind, citySlug: string, key: string): string | null {
  const start = kind === 'need' ? `n-${citySlug}-` : `${citySlug}-`;
  // What begins otherwise may be another city's: of that nothing is said.
  if (!key.startsWith(start)) return 'not-found';
  return KEY.test(key) && key.length <= MAX_KEY ? null : 'wrong-id';
}
