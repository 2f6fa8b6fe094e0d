import { CsvError, parse } from 'csv-parse/sync';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { fromCell } from '#lib/platform/csv.ts';
import {
  CARRIED,
  type FileProblem,
  type GivenRow,
  MAX_IMPORT_COLUMNS,
  MAX_IMPORT_ROWS,
  REFUSED_ROW,
  REFUSED_WHY,
  TOLD,
} from '#lib/transfer/contract.ts';
import { columnOf, rawOf } from '#lib/transfer/rules.ts';

/** Longer than any row whose fields keep their limits. */
const MAX_RECORD = 200_000;
const KINDS: readonly DraftKind[] = ['practice', 'need'];
const IGNORED = new Set<string>([...TOLD.map(columnOf), REFUSED_WHY]);
const FIELD_OF = new Map<string, string>(
  KINDS.flatMap((kind) => CARRIED[kind].map((field) => [columnOf(field), field] as const)),
);

export type ReadTable = { rows: GivenRow[]; unknownColumns: string[] } | { problem: FileProblem };

/** A table of practices or needs. The first row names the columns; what separates them, it says, too. */
export function readCsv(text: string): ReadTable {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = separatorOf(first);
  if (first.split(delimiter).length > MAX_IMPORT_COLUMNS) return { problem: 'too-many-columns' };
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      to: MAX_IMPORT_ROWS * 2,
    });
  } catch (error) {
    if (error instanceof CsvError) return { problem: 'not-a-table' };
    throw error;
  }
  const [head = [], ...rest] = records;
  const filled = rest
    .map((cells, place) => ({ cells, line: place + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = head.map((cell) => plain(cell));
  const kind = kindOf(columns);
  if (columns.includes('fact') && columns.includes('value')) return { problem: 'facts' };
  if (kind === null) return { problem: 'no-head' };
  if (filled.length === 0) return { problem: 'no-rows' };
  if (filled.length > MAX_IMPORT_ROWS) return { problem: 'too-many-rows' };
  const isKnown = (name: string) =>
    name === '' ||
    IGNORED.has(name) ||
    FIELD_OF.has(name) ||
    ['kind', 'id', 'language', REFUSED_ROW].includes(name);
  return {
    rows: filled.map(({ cells, line }) => rowOf(cells, columns, kind, line)),
    unknownColumns: head
      .filter((_, place) => !isKnown(columns[place] ?? ''))
      .map((name) => name.slice(0, 60)),
  };
}

/** In Indonesia and much of Europe, Excel writes semicolons. */
function separatorOf(head: string): string {
  const bare = head.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}

const ONLY = (kind: DraftKind, other: DraftKind) =>
  CARRIED[kind].filter((field) => !CARRIED[other].some((one) => one === field)).map(columnOf);
const ONLY_PRACTICE = ONLY('practice', 'need');
const ONLY_NEED = ONLY('need', 'practice');

/** Where the rows say what they are: each itself, or all by a column that only one kind has, or by their ids. */
function kindOf(columns: readonly string[]): DraftKind | 'each' | 'by-id' | null {
  if (columns.includes('kind')) return 'each';
  if (ONLY_PRACTICE.some((name) => columns.includes(name))) return 'practice';
  if (ONLY_NEED.some((name) => columns.includes(name))) return 'need';
  return columns.includes('id') && columns.some((name) => FIELD_OF.has(name)) ? 'by-id' : null;
}

function rowOf(
  cells: readonly string[],
  columns: readonly string[],
  whole: NonNullable<ReturnType<typeof kindOf>>,
  line: number,
): GivenRow {
  const given = new Map<string, string>();
  let problem: string | undefined;
  columns.forEach((name, place) => {
    if (name === '') return;
    if (given.has(name)) problem = 'repeated-column';
    given.set(name, fromCell(cells[place] ?? ''));
  });
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) problem = 'too-many-cells';
  const kind = kindOfRow(whole, given);
  if (kind === undefined) problem = 'unknown-kind';
  const real = kind ?? 'practice';
  const carried: readonly string[] = CARRIED[real];
  const fields: GivenRow['fields'] = {};
  for (const [name, cell] of given) {
    const field = FIELD_OF.get(name);
    if (field !== undefined && carried.includes(field)) fields[field] = rawOf(field, cell);
  }
  const replaced = Number(given.get(REFUSED_ROW) ?? Number.NaN);
  const language = given.get('language')?.trim();
  return {
    kind: real,
    line: Number.isInteger(replaced) && replaced > 0 ? replaced : line,
    id: (given.get('id') ?? '').trim(),
    ...(language === undefined || language === '' ? {} : { language }),
    fields,
    ...(problem === undefined ? {} : { problem }),
  };
}

function kindOfRow(
  whole: NonNullable<ReturnType<typeof kindOf>>,
  given: ReadonlyMap<string, string>,
): DraftKind | undefined {
  if (whole === 'by-id') return given.get('id')?.trim().startsWith('n-') ? 'need' : 'practice';
  const said = plain(given.get('kind') ?? '');
  return whole === 'each' ? KINDS.find((one) => one === said) : whole;
}
