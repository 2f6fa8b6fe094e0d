import { CsvError, parse } from 'csv-parse/sync';
import { fromCell } from '#lib/platform/csv.ts';
import {
  type FileProblem,
  type GivenRow,
  MAX_IMPORT_COLUMNS,
  MAX_IMPORT_ROWS,
  REFUSED_ROW,
  type RowProblem,
  TOLD_FACTS,
} from '#lib/transfer/contract.ts';
import { rawOf } from '#lib/transfer/rules.ts';
import {
  cellFault,
  FIELD_OF,
  isCarried,
  kindOfRow,
  kindOfTable,
  plainName,
  sortColumns,
  type WholeKind,
} from './columns.ts';

/** Longer than any row whose fields keep their limits. */
const MAX_RECORD = 200_000;

export type ReadTable =
  | { rows: GivenRow[]; unknownColumns: string[]; toldColumns: string[]; toldFacts: string[] }
  | { problem: FileProblem; line?: number };

/** A table of practices, needs or facts. The first row names the columns; what separates them, it says, too. */
export function readCsv(text: string): ReadTable {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = separatorOf(first);
  const cells = first.split(delimiter);
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  if (last >= MAX_IMPORT_COLUMNS) return { problem: 'too-many-columns' };
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
    if (error instanceof CsvError) return { problem: 'not-a-table', line: rowOfError(error) };
    throw error;
  }
  const [head = [], ...rest] = records;
  const filled = rest
    .map((row, place) => ({ cells: row, line: place + 2 }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const columns = head.map((cell) => plainName(cell));
  const whole = kindOfTable(columns);
  if (whole === null) return { problem: 'no-head' };
  if (filled.length > MAX_IMPORT_ROWS) return { problem: 'too-many-rows' };
  const all = filled.map((row) => rowOf(row.cells, columns, whole, row.line));
  const rows = all.filter((row) => toldFactOf(row) === undefined);
  if (rows.length === 0) return { problem: 'no-rows' };
  return {
    rows,
    toldFacts: [...new Set(all.flatMap((row) => toldFactOf(row) ?? []))],
    ...sortColumns(head, columns, new Set(all.map(({ kind }) => kind))),
  };
}

/** The row that could not be read, counted as spreadsheets do. */
function rowOfError(error: CsvError): number {
  const { records } = error as CsvError & { records?: unknown };
  return typeof records === 'number' ? records + 1 : 1;
}

/** In Indonesia and much of Europe, Excel writes semicolons. */
function separatorOf(head: string): string {
  const bare = head.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The name of a fact that others keep. */
function toldFactOf({ kind, id }: GivenRow): (typeof TOLD_FACTS)[number] | undefined {
  const name = plainName(id).replaceAll('_', '-');
  return kind === 'fact' ? TOLD_FACTS.find((one) => one === name) : undefined;
}

function rowOf(
  cells: readonly string[],
  columns: readonly string[],
  whole: WholeKind,
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
  const fields: GivenRow['fields'] = {};
  const faults: RowProblem[] = [];
  for (const [name, cell] of given) {
    const field = FIELD_OF.get(name);
    if (field !== undefined && isCarried(real, field)) fields[field] = rawOf(field, cell);
    const fault = kind === undefined ? null : cellFault(kind, name, cell);
    if (fault !== null) faults.push(fault);
  }
  const replaced = Number(given.get(REFUSED_ROW) ?? Number.NaN);
  const language = given.get('language')?.trim();
  const id = real === 'fact' ? (given.get('fact') ?? given.get('id')) : given.get('id');
  return {
    kind: real,
    line: Number.isInteger(replaced) && replaced > 0 ? replaced : line,
    id: (id ?? '').trim(),
    ...(language === undefined || language === '' ? {} : { language }),
    fields,
    ...(problem === undefined ? {} : { problem }),
    ...(faults.length === 0 ? {} : { faults }),
  };
}
