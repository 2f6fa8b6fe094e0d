import { z } from 'zod';
import { FACT_KEYS } from '#lib/cities/contract.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';

/** Bytes of a file with records; what a form puts around it comes on top. */
export const MAX_IMPORT = 5_000_000;
export const MAX_IMPORT_ROWS = 2000;
export const MAX_IMPORT_COLUMNS = 100;
/** Rows that one page shows of each kind; the file with the refused ones holds them all. */
export const SHOWN_ROWS = 50;
/** Days for which a file is kept that nobody took over. */
export const IMPORT_DAYS = 7;

export const FILE_FORMAT = 'saling-profile';
/** Raised when a reader of the version before would misunderstand the file. */
export const FILE_VERSION = 1;

/** What one row of a file is about. */
export const ROW_KINDS = ['practice', 'need', 'fact'] as const satisfies readonly (DraftKind | 'fact')[];
export type RowKind = (typeof ROW_KINDS)[number];

/** Fields that a file carries, by their names in JSON. Photos and documents stay where they are. */
export const CARRIED = {
  practice: [
    'title',
    'summary',
    'topics',
    'problem',
    'actions',
    'results',
    'caveat',
    'preconditions',
    'startYear',
    'stage',
    'evidence',
    'sourceUrl',
    'contactOffice',
    'spokenLanguages',
  ],
  need: [
    'title',
    'description',
    'topics',
    'affected',
    'tried',
    'obstacles',
    'helpWanted',
    'finance',
    'projectStage',
    'urgency',
    'audience',
    'contactOffice',
    'spokenLanguages',
  ],
  fact: ['value', 'year', 'sourceTitle', 'sourceUrl'],
} as const satisfies Record<RowKind, readonly string[]>;
export const LIST_FIELDS: readonly string[] = [
  'topics',
  'obstacles',
  'helpWanted',
  'finance',
  'spokenLanguages',
];
/** Columns that say how a record stands; a file that comes back may have changed them, nobody asks. */
export const TOLD = ['state', 'workingCopy', 'version', 'audience', 'origin', 'confirmedAt'] as const;
/** What a file says of a city beside its facts: for reading, as others keep it. */
export const TOLD_FACTS = [
  'time-zone',
  'latitude',
  'longitude',
  'smart-cities-phase',
  'former-since',
  'forum-agmf',
  'forum-mgmac',
] as const;
/** Columns of the file with the refused rows. */
export const REFUSED_ROW = 'row';
export const REFUSED_WHY = 'refused_because';

/** What a field of a file can hold before anybody has looked at it. */
export type Raw = string | number | boolean | null | readonly unknown[];
/** One record as a file gives it. What the file does not name is left as it is. */
export type GivenRow = {
  kind: RowKind;
  /** Row of the table with its head as row 1; in JSON the record's number. */
  line: number;
  /** Key of the record; empty where the file leaves it to us. */
  id: string;
  language?: string;
  fields: Record<string, Raw>;
  /** What is wrong with the row as a whole. */
  problem?: string;
  /** What is wrong with a cell, whatever stands here now. */
  faults?: RowProblem[];
};
export type ImportNotes = {
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  /** Columns that nobody knows, as the file writes them. */
  unknownColumns: string[];
  /** Parts of a whole profile that are not taken over. */
  leftOut: ('city' | 'standing' | 'attachments')[];
  /** Columns that say how a record stands, and facts that others keep: not taken over either. */
  toldColumns?: string[];
  toldFacts?: string[];
};
export type ReadFile = { rows: GivenRow[]; notes: ImportNotes };

/** Why a file is no file with records. */
export const FILE_PROBLEMS = [
  'too-large',
  'empty',
  'workbook',
  'not-text',
  'not-a-table',
  'no-head',
  'too-many-columns',
  'too-many-rows',
  'no-rows',
  'not-json',
  'too-deep',
  'repeated-name',
  'not-a-profile',
  'newer-version',
  'other-city',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export const ROW_STATES = ['new', 'changed', 'unchanged', 'refused'] as const;
export type RowState = (typeof ROW_STATES)[number];
export type RowProblem = {
  field: string;
  value: string;
  code: string;
  params?: Record<string, string | number>;
};
export type FieldChange = { field: string; before: string; after: string };
/** What one row would do. */
export type PlanRow = {
  kind: RowKind;
  line: number;
  id: string;
  title: string;
  language: string;
  state: RowState;
  changes: FieldChange[];
  problems: RowProblem[];
  /** Somebody wrote the record after the file had come. */
  isChangedSince: boolean;
};
/** `facts`: those among the new and changed. */
export type ImportOutcome = { new: number; changed: number; unchanged: number; facts?: number };
/** What a file would do; `stamp` names the state of all records that this was said of. */
export type ImportPlan = {
  counts: Record<RowState, number>;
  rows: PlanRow[];
  notes: ImportNotes;
  stamp: string;
};
export type ImportSeen = ImportPlan & {
  id: string;
  state: 'checked' | 'done';
  outcome: ImportOutcome | null;
};

const text = z.string();
const attachment = z.object({
  name: text,
  type: text,
  size: z.int().describe('bytes'),
  checksum: text.describe('SHA-256 of its bytes, hexadecimal'),
  address: text.describe('opens for who may see the record'),
  caption: text,
  alt: text.describe('what is to be seen on a picture'),
});
const record = (kind: DraftKind) =>
  z.object({
    id: text.describe('readable key; stays the same for the life of the record'),
    language: text.describe('BCP 47 tag of the language in which it is written'),
    state: z.enum(['draft', 'with-office', 'published', 'withdrawn']),
    version: z.int().describe('of what is published; 0 where nothing is'),
    audience: z.enum(['public', 'observers', 'members']),
    origin: z.enum(['compiled', 'city']),
    confirmedAt: text.nullable(),
    workingCopy: z
      .object({ state: z.enum(['draft', 'with-office']), version: z.int(), savedAt: text })
      .nullable()
      .describe('what is being written; `fields` then holds its words'),
    fields: fieldsOf(kind).describe('what the city says: the working copy where there is one'),
    attachments: z
      .array(attachment)
      .describe(
        'photos and documents of `fields`: a file of records names them and does not bring them back',
      ),
    published: z
      .object({ language: text, fields: fieldsOf(kind) })
      .nullable()
      .describe('what others read, where the working copy says something else'),
    history: z
      .array(
        z.object({
          stage: z.enum(['draft', 'published']),
          version: z.int(),
          at: text,
          fields: fieldsOf(kind),
        }),
      )
      .describe('what it said before, the latest first'),
  });
const fieldsOf = (kind: DraftKind) =>
  z.object(
    Object.fromEntries(
      CARRIED[kind].map((field) => [
        field,
        LIST_FIELDS.includes(field)
          ? z.array(text)
          : field === 'startYear'
            ? z.int().nullable()
            : text.nullable(),
      ]),
    ),
  );

const said = z.object({
  value: z
    .union([z.number(), text, z.array(text)])
    .nullable()
    .describe('null: not known'),
  year: z.union([z.int(), text]).nullable(),
  sourceTitle: text.nullable(),
  sourceUrl: text.nullable(),
});
const fact = z.object({
  fact: z.enum(FACT_KEYS),
  ...said.shape,
  origin: z.enum(['compiled', 'city']).nullable().describe('of what is published; null where nothing is'),
  confirmedAt: text.nullable(),
  workingCopy: z
    .object({ version: z.int(), savedAt: text })
    .nullable()
    .describe('what is being written; value, year and source then are its own, as they were typed'),
  published: said.nullable().describe('what others read, where a working copy says something else'),
  history: z.array(
    z.object({ version: z.int(), state: z.enum(['stated', 'removed', 'unsaid']), at: text, ...said.shape }),
  ),
});

/** A whole profile as a file. */
export const profileFileSchema = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION).describe('of this format'),
  writtenAt: text,
  city: z.object({
    slug: text,
    name: text,
    localName: text.nullable(),
    country: text,
    kind: text,
    version: z.int(),
    confirmedAt: text.nullable(),
  }),
  facts: z.array(fact).describe('what a city states itself; each of them, known or not'),
  toldFacts: z
    .array(
      z.object({ fact: z.enum(TOLD_FACTS), value: text, since: text.nullable(), sourceUrl: text.nullable() }),
    )
    .describe('kept by others, so not taken over from a file'),
  practices: z.array(record('practice')),
  needs: z.array(record('need')),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;
export type FileRecord = ProfileFile['practices'][number];
export type FileFact = ProfileFile['facts'][number];
export type FileAttachment = FileRecord['attachments'][number];
