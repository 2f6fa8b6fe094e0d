import { SalingError } from '#lib/core/errors.ts';
import type { FileProblem, ImportNotes, ReadFile } from '#lib/transfer/contract.ts';
import { decodeFile } from './decode.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';

/** Why a file cannot be used, and in which row of a table that is seen. */
type Unread = { problem: FileProblem; line?: number };

/** A file with records of a city; what it is, its content says. */
export function readFile(bytes: Uint8Array, citySlug: string): ReadFile | Unread {
  const decoded = decodeFile(bytes);
  if ('problem' in decoded) return decoded;
  const { text, encoding } = decoded;
  const notes = (more: Partial<ImportNotes>): ImportNotes => ({
    encoding,
    unknownColumns: [],
    leftOut: [],
    ...more,
  });
  if (/^\uFEFF?\s*[{[]/.test(text)) {
    const read = readJson(text);
    if ('problem' in read) return read;
    if (read.citySlug !== null && read.citySlug !== citySlug) return { problem: 'other-city' };
    return { rows: read.rows, notes: notes({ leftOut: read.leftOut, toldFacts: read.toldFacts ?? [] }) };
  }
  const read = readCsv(text);
  if ('problem' in read) return read;
  const { unknownColumns, toldColumns, toldFacts } = read;
  return {
    rows: read.rows,
    notes: notes({ unknownColumns: unknownColumns.slice(0, 20), toldColumns, toldFacts }),
  };
}

/** @throws SalingError `invalid` at `/file` with one of FILE_PROBLEMS */
export function readOrRefuse(bytes: Uint8Array, citySlug: string): ReadFile {
  const read = readFile(bytes, citySlug);
  if ('problem' in read) {
    const { problem: code, line } = read;
    const fault = { pointer: '/file', code, ...(line === undefined ? {} : { params: { line } }) };
    throw new SalingError('invalid', { errors: [fault] });
  }
  return read;
}
