import { z } from 'zod';
import type { DraftKind } from '#lib/drafts/contract.ts';
import {
  CARRIED,
  FILE_FORMAT,
  FILE_VERSION,
  type FileProblem,
  type GivenRow,
  type ImportNotes,
  MAX_IMPORT_ROWS,
  type Raw,
} from '#lib/transfer/contract.ts';
import { checkJson } from './check-json.ts';

const record = z.object({
  id: z.string().nullish(),
  language: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()),
});
/** As much of a profile as is read back; how records stand is for reading only. */
const fileShape = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.number(),
  city: z.object({ slug: z.string() }).optional(),
  facts: z.unknown().optional(),
  practices: z.array(z.unknown()).default([]),
  needs: z.array(z.unknown()).default([]),
});

export type ReadProfile =
  | { rows: GivenRow[]; leftOut: ImportNotes['leftOut']; citySlug: string | null }
  | { problem: FileProblem };

/** A profile as `profileFileSchema` describes it, whole or in part. */
export function readJson(text: string): ReadProfile {
  const hidden = checkJson(text);
  if (hidden !== null) return { problem: hidden };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'not-json' };
  }
  const file = fileShape.safeParse(value);
  if (!file.success) return { problem: 'not-a-profile' };
  const { version, city, facts, practices, needs } = file.data;
  if (version !== FILE_VERSION) return { problem: 'newer-version' };
  const count = practices.length + needs.length;
  if (count === 0) return { problem: 'no-rows' };
  if (count > MAX_IMPORT_ROWS) return { problem: 'too-many-rows' };
  return {
    rows: [
      ...practices.map((one, place) => rowOf('practice', one, place + 1)),
      ...needs.map((one, place) => rowOf('need', one, practices.length + place + 1)),
    ],
    leftOut: [
      ...(city === undefined ? [] : (['city'] as const)),
      ...(facts === undefined ? [] : (['facts'] as const)),
    ],
    citySlug: city?.slug ?? null,
  };
}

function rowOf(kind: DraftKind, given: unknown, line: number): GivenRow {
  const parsed = record.safeParse(given);
  if (!parsed.success) return { kind, line, id: '', fields: {}, problem: 'not-a-record' };
  const { id, language, fields } = parsed.data;
  const carried: readonly string[] = CARRIED[kind];
  const isUnknown = Object.keys(fields).some((name) => !carried.includes(name));
  return {
    kind,
    line,
    id: (id ?? '').trim(),
    ...(language ? { language } : {}),
    fields: Object.fromEntries(
      carried.flatMap((field) => (Object.hasOwn(fields, field) ? [[field, clean(fields[field])]] : [])),
    ),
    ...(isUnknown ? { problem: 'unknown-field' } : {}),
  };
}

/** PostgreSQL stores no U+0000, not even inside JSON. */
function clean(value: unknown): Raw {
  if (Array.isArray(value)) return value.map((one) => clean(one));
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '');
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return value === undefined ? null : JSON.stringify(value).replaceAll('\\u0000', '');
}
