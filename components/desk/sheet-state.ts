import type { SheetRow } from '#lib/identity/contract.ts';

/** A spreadsheet on its way: what was pasted, what it would do, what is wrong with it as a whole. */
export type SheetState = {
  text: string;
  rows: SheetRow[] | null;
  problem: string | null;
};
export type SheetAction = (state: SheetState, data: FormData) => Promise<SheetState>;
export const NO_SHEET: SheetState = { text: '', rows: null, problem: null };

/** How many would be invited; null where a row is wrong, so that nobody is. */
export function countNew(rows: readonly SheetRow[]): number | null {
  if (rows.some(({ state }) => state === 'wrong')) return null;
  return rows.filter(({ state }) => state === 'new').length;
}
