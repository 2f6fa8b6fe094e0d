import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { ROLES } from '#lib/core/actor.ts';
import { type DraftContent, DRAFT_KINDS as KINDS } from '#lib/drafts/contract.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { person } from './identity.ts';

/** The city's own people, each in their own world: what is written on the trial copy stays there. */
export function ownPolicies(table: string, columns: { cityId: PgColumn; isTrial: PgColumn }) {
  const isOwn = sql`saling_actor() = 'person' and ${columns.cityId} = any((select saling_cities())::uuid[]) and ${columns.isTrial} = saling_is_trial()`;
  return [
    pgPolicy(`${table}_own`, { to: salingApp, using: isOwn, withCheck: isOwn }),
    pgPolicy(`${table}_read`, { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies(table),
  ];
}

/**
 * The working copy of a practice or need, one for each record: of a new one, or of a published one that is being
 * revised and stays published meanwhile. Nobody outside the city's own office ever meets it.
 */
export const recordDraft = pgTable(
  'record_draft',
  {
    /** Also the id that the record has, or will have. */
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: KINDS }).notNull(),
    key: text('key').notNull(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['draft', 'with-office'] })
      .notNull()
      .default('draft'),
    isTrial: boolean('is_trial').notNull().default(false),
    language: text('language').notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    version: integer('version').notNull().default(1),
    /** The version in which each field was last changed. */
    fieldVersions: jsonb('field_versions').$type<Record<string, number>>().notNull().default({}),
    /** Version of the published record that this revises; null for a new one. */
    baseVersion: integer('base_version'),
    writtenBy: uuid('written_by').references(() => person.id, { onDelete: 'set null' }),
    writtenRole: text('written_role', { enum: ROLES }).notNull(),
    sentBy: uuid('sent_by').references(() => person.id, { onDelete: 'set null' }),
    sentAt: instant('sent_at'),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    updatedAt: instant('updated_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    unique('record_draft_key_world').on(table.kind, table.key, table.isTrial),
    index('record_draft_city').on(table.cityId),
    check('record_draft_sent', sql`${table.state} = 'draft' or ${table.sentAt} is not null`),
    ...ownPolicies('record_draft', table),
  ],
);

/** What a record or its working copy said before. */
export const recordVersion = pgTable(
  'record_version',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: KINDS }).notNull(),
    recordId: uuid('record_id').notNull(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
    stage: text('stage', { enum: ['draft', 'published'] }).notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    /** Empty once the person was erased: the words stay the office's. */
    byPerson: uuid('by_person').references(() => person.id, { onDelete: 'set null' }),
    /** On paper: number or photo of the sheet that the office has signed. */
    approval: text('approval'),
    /** Of a published version: the record that it took the place of, to put that back. */
    replaced: jsonb('replaced').$type<Record<string, unknown>>(),
    /** The photo itself; of `file`, whose schema stands to the right of this one. */
    approvalFileId: uuid('approval_file_id'),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('record_version_record').on(table.kind, table.recordId),
    index('record_version_approval').on(table.approvalFileId).where(sql`approval_file_id is not null`),
    ...ownPolicies('record_version', table),
  ],
);

/** Keys that a record had while it was a draft: their addresses lead on to the present one. */
export const formerKey = pgTable(
  'former_key',
  {
    kind: text('kind', { enum: KINDS }).notNull(),
    key: text('key').notNull(),
    recordId: uuid('record_id').notNull(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] }), ...ownPolicies('former_key', table)],
);
