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
  type RowKind,
  TOLD,
  TOLD_FACTS,
} from '#lib/transfer/contract.ts';
import { checkJson } from './check-json.ts';

const record = z.object({
  id: z.string().nullish(),
  language: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()),
});
const fact = z.looseObject({ fact: z.string() });
/** Names that nobody knows, of those that one record shows. */
const MAX_FAULTS = 10;
/** As much of a profile as is read back; how records stand is for reading only. */
const fileShape = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.number(),
  city: z.looseObject({ slug: z.string() }).optional(),
  facts: z.array(z.unknown()).default([]),
  toldFacts: z.array(z.unknown()).default([]),
  practices: z.array(z.unknown()).default([]),
  needs: z.array(z.unknown()).default([]),
});

export type ReadProfile =
  | ({ rows: GivenRow[]; citySlug: string | null } & Pick<ImportNotes, 'leftOut' | 'toldFacts'>)
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
  const { version, city, facts, toldFacts, practices, needs } = file.data;
  if (version !== FILE_VERSION) return { problem: 'newer-version' };
  const records = [...practices, ...needs];
  const count = records.length + facts.length;
  if (count === 0) return { problem: 'no-rows' };
  if (count > MAX_IMPORT_ROWS) return { problem: 'too-many-rows' };
  const isTold = (name: string) => TOLD.some((one) => one === name) || name === 'history';
  const names = new Set([...records, ...facts].flatMap((one) => namesOf(one)));
  return {
    rows: [
      ...practices.map((one, place) => rowOf('practice', one, place + 1)),
      ...needs.map((one, place) => rowOf('need', one, practices.length + place + 1)),
      ...facts.map((one, place) => factOf(one, records.length + place + 1)),
    ],
    leftOut: [
      ...(city === undefined || Object.keys(city).length < 2 ? [] : (['city'] as const)),
      ...([...names].some(isTold) ? (['standing'] as const) : []),
      ...(records.some(hasAttachments) ? (['attachments'] as const) : []),
    ],
    toldFacts: TOLD_FACTS.filter((name) => toldFacts.some((one) => objectOf(one).fact === name)),
    citySlug: city?.slug ?? null,
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const namesOf = (value: unknown): string[] => Object.keys(objectOf(value));
const hasAttachments = (value: unknown): boolean => {
  const { attachments } = objectOf(value);
  return Array.isArray(attachments) && attachments.length > 0;
};

function rowOf(kind: DraftKind, given: unknown, line: number): GivenRow {
  const parsed = record.safeParse(given);
  if (!parsed.success) return { kind, line, id: '', fields: {}, problem: 'not-a-record' };
  const { id, language, fields } = parsed.data;
  return {
    kind,
    line,
    id: (id ?? '').trim(),
    ...(language ? { language } : {}),
    ...fieldsOf(kind, fields, []),
  };
}

/** Names of a fact that say what it is, or how it stands. */
const FACT_STANDING = ['fact', 'workingCopy', 'origin', 'confirmedAt', 'published', 'history'];

function factOf(given: unknown, line: number): GivenRow {
  const parsed = fact.safeParse(given);
  if (!parsed.success) return { kind: 'fact', line, id: '', fields: {}, problem: 'not-a-fact' };
  return {
    kind: 'fact',
    line,
    id: parsed.data.fact.trim(),
    ...fieldsOf('fact', parsed.data, FACT_STANDING),
  };
}

/** What a file says of the fields of a record; a name that nobody knows is wrong, not passed over. */
function fieldsOf(
  kind: RowKind,
  given: Readonly<Record<string, unknown>>,
  beside: readonly string[],
): Pick<GivenRow, 'fields' | 'faults'> {
  const carried: readonly string[] = CARRIED[kind];
  const unknown = Object.keys(given).filter((name) => !carried.includes(name) && !beside.includes(name));
  return {
    fields: Object.fromEntries(
      carried.flatMap((field) => (Object.hasOwn(given, field) ? [[field, clean(given[field])]] : [])),
    ),
    ...(unknown.length === 0
      ? {}
      : {
          faults: unknown
            .slice(0, MAX_FAULTS)
            .map((name) => ({ field: name.slice(0, 60), value: '', code: 'unknown-field' })),
        }),
  };
}

/** PostgreSQL stores no U+0000, not even inside JSON. */
function clean(value: unknown): Raw {
  if (Array.isArray(value)) return value.map((one) => clean(one));
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '');
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return value === undefined ? null : JSON.stringify(value).replaceAll('\\u0000', '');
}
