import {
  CARRIED,
  REFUSED_ROW,
  REFUSED_WHY,
  ROW_KINDS,
  type RowKind,
  type RowProblem,
  TOLD,
} from '#lib/transfer/contract.ts';
import { columnOf } from '#lib/transfer/rules.ts';

const TOLD_COLUMNS = new Set<string>(TOLD.map(columnOf));
/** Columns that say which record a row means, and what was wrong with it. */
const HEADS = new Set(['kind', 'id', 'fact', 'language', REFUSED_ROW, REFUSED_WHY]);
export const FIELD_OF: ReadonlyMap<string, string> = new Map(
  ROW_KINDS.flatMap((kind) => CARRIED[kind].map((field) => [columnOf(field), field] as const)),
);
export const isCarried = (kind: RowKind, field: string): boolean =>
  CARRIED[kind].some((one) => one === field);

/** "Start-Year", "startYear" and "start_year" are one column. */
export function plainName(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}

const only = (kind: RowKind) =>
  CARRIED[kind]
    .filter((field) => ROW_KINDS.every((other) => other === kind || !isCarried(other, field)))
    .map(columnOf);
const ONLY_PRACTICE = only('practice');
const ONLY_NEED = only('need');

export type WholeKind = RowKind | 'each' | 'by-id';

/** Where the rows say what they are: each itself, or all by a column that only one kind has, or by their ids. */
export function kindOfTable(columns: readonly string[]): WholeKind | null {
  if (columns.includes('kind')) return 'each';
  if (columns.includes('fact')) return 'fact';
  if (ONLY_PRACTICE.some((name) => columns.includes(name))) return 'practice';
  if (ONLY_NEED.some((name) => columns.includes(name))) return 'need';
  return columns.includes('id') && columns.some((name) => FIELD_OF.has(name)) ? 'by-id' : null;
}

export function kindOfRow(whole: WholeKind, given: ReadonlyMap<string, string>): RowKind | undefined {
  if (whole === 'by-id') return given.get('id')?.trim().startsWith('n-') ? 'need' : 'practice';
  const said = plainName(given.get('kind') ?? '');
  return whole === 'each' ? ROW_KINDS.find((one) => one === said) : whole;
}

/** What becomes of the columns of a table in which rows of these kinds stand. */
export function sortColumns(
  head: readonly string[],
  columns: readonly string[],
  kinds: ReadonlySet<RowKind>,
): { unknownColumns: string[]; toldColumns: string[] } {
  const [unknownColumns, toldColumns]: [string[], string[]] = [[], []];
  columns.forEach((name, place) => {
    const field = FIELD_OF.get(name);
    if (name === '' || HEADS.has(name)) return;
    if (field !== undefined && [...kinds].some((kind) => isCarried(kind, field))) return;
    (TOLD_COLUMNS.has(name) ? toldColumns : unknownColumns).push((head[place] ?? '').slice(0, 60));
  });
  return { unknownColumns, toldColumns };
}

/** What Excel and LibreOffice leave where they could not calculate, or where a column was too narrow. */
const NO_RESULT =
  /^(?:#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|FIELD!)|#{3,}|Err:\d{3})$/i;

/** What is wrong with a cell by itself, or because its column belongs to another kind of record. */
export function cellFault(kind: RowKind, name: string, cell: string): RowProblem | null {
  const value = cell.trim().slice(0, 200);
  const field = FIELD_OF.get(name);
  if (value === '' || field === undefined) return null;
  if (!isCarried(kind, field)) return TOLD_COLUMNS.has(name) ? null : { field, value, code: 'other-kind' };
  return NO_RESULT.test(value) ? { field, value, code: 'no-result' } : null;
}
