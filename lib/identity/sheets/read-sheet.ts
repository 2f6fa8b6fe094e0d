import { CsvError, parse } from 'csv-parse/sync';
import { MAX_SHEET, MAX_SHEET_ROWS, type SheetField } from '#lib/identity/contract.ts';

/** Heads of columns, as offices write them in English and Indonesian. */
const HEADS: Record<string, SheetField> = {
  office: 'office',
  city: 'office',
  kantor: 'office',
  kota: 'office',
  role: 'role',
  peran: 'role',
  email: 'email',
  'e-mail': 'email',
  'e-mail-address': 'email',
  address: 'email',
  surel: 'email',
  'alamat-surel': 'email',
  name: 'name',
  nama: 'name',
  letter: 'letterReference',
  'letter-of-appointment': 'letterReference',
  surat: 'letterReference',
  'surat-penunjukan': 'letterReference',
  from: 'fromOn',
  'first-day': 'fromOn',
  dari: 'fromOn',
  'hari-pertama': 'fromOn',
  to: 'toOn',
  'last-day': 'toOn',
  sampai: 'toOn',
  'hari-terakhir': 'toOn',
};
const ROLES: Record<string, string> = {
  'head-of-the-office': 'head-of-office',
  'kepala-kantor': 'head-of-office',
  narahubung: 'focal-point',
  'deputy-focal-point': 'deputy',
  'wakil-narahubung': 'deputy',
  staf: 'staff',
  'officer-of-the-secretariat': 'secretariat-officer',
  'petugas-sekretariat': 'secretariat-officer',
  ketua: 'chair',
  pengamat: 'observer',
};

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, '-');

export type ReadSheet =
  | { rows: { line: number; values: Partial<Record<SheetField, string>> }[] }
  | { problem: 'too-big' | 'no-rows' | 'no-head' | 'not-a-table' };

/**
 * Reads what an office copied from its spreadsheet or saved as CSV: commas, semicolons or tabs, the first row
 * names the columns. Columns that nobody knows are left out.
 */
export function readSheet(text: string): ReadSheet {
  if (Buffer.byteLength(text) > MAX_SHEET) return { problem: 'too-big' };
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return { problem: 'not-a-table' };
    throw error;
  }
  const [head = [], ...rest] = records;
  const fields = head.map((cell) => HEADS[plain(cell)]);
  if (!fields.includes('office') || !fields.includes('role') || !fields.includes('email')) {
    return { problem: 'no-head' };
  }
  if (rest.length === 0) return { problem: 'no-rows' };
  if (rest.length > MAX_SHEET_ROWS) return { problem: 'too-big' };
  return { rows: rest.map((cells, place) => ({ line: place + 2, values: valuesOf(cells, fields) })) };
}

function valuesOf(
  cells: readonly string[],
  fields: readonly (SheetField | undefined)[],
): Partial<Record<SheetField, string>> {
  const values: Partial<Record<SheetField, string>> = {};
  fields.forEach((field, place) => {
    if (field !== undefined) values[field] ??= cells[place] ?? '';
  });
  const role = plain(values.role ?? '');
  return { ...values, role: ROLES[role] ?? role };
}
