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

/** What the rows are where they do not say it themselves; null where the table is neither. */
function kindOf(columns: readonly string[]): DraftKind | 'each' | null {
  if (columns.includes('kind')) return 'each';
  if (columns.includes('summary')) return 'practice';
  return columns.includes('description') ? 'need' : null;
}

function rowOf(
  cells: readonly string[],
  columns: readonly string[],
  whole: DraftKind | 'each',
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
  const said = plain(given.get('kind') ?? '');
  const kind = whole === 'each' ? KINDS.find((one) => one === said) : whole;
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
