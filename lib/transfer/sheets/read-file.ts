import { SalingError } from '#lib/core/errors.ts';
import type { FileProblem, ImportNotes, ReadFile } from '#lib/transfer/contract.ts';
import { decodeFile } from './decode.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';

/** A file with records of a city; what it is, its content says. */
export function readFile(bytes: Uint8Array, citySlug: string): ReadFile | { problem: FileProblem } {
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
    return { rows: read.rows, notes: notes({ leftOut: read.leftOut }) };
  }
  const read = readCsv(text);
  if ('problem' in read) return read;
  return { rows: read.rows, notes: notes({ unknownColumns: read.unknownColumns.slice(0, 20) }) };
}

/** @throws SalingError `invalid` at `/file` with one of FILE_PROBLEMS */
export function readOrRefuse(bytes: Uint8Array, citySlug: string): ReadFile {
  const read = readFile(bytes, citySlug);
  if ('problem' in read)
    throw new SalingError('invalid', { errors: [{ pointer: '/file', code: read.problem }] });
  return read;
}
