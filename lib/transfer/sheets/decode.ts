import type { FileProblem, ImportNotes } from '#lib/transfer/contract.ts';
import { MAX_IMPORT } from '#lib/transfer/contract.ts';

export type Decoded = { text: string; encoding: ImportNotes['encoding'] } | { problem: FileProblem };

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/** The text of a file, by what it holds and not by its name. Windows-1252 is what an older Excel writes. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_IMPORT) return { problem: 'too-large' };
  if (bytes.length === 0) return { problem: 'empty' };
  // "PK": a zip, as .xlsx and .ods are; the other is .xls.
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { problem: 'workbook' };
  }
  const wide = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  const decoded =
    wide === null
      ? narrow(bytes)
      : { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' as const };
  // Control characters stand in pictures and programs, never in a table.
  if (/(?![\t\n\v\f\r])\p{Cc}|[\ufffe\uffff]/u.test(decoded.text)) return { problem: 'not-text' };
  return decoded.text.trim() === '' ? { problem: 'empty' } : decoded;
}

function narrow(bytes: Uint8Array) {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' } as const;
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' } as const;
  }
}
