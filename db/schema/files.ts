import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgPolicy,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { FILE_TYPES, MAX_NAME } from '#lib/files/contract.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { organisation, person } from './identity.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * A photo or document of an office. Whoever may see a record of that office that names it may see it; until a
 * record does, the office's own people only. A signed sheet is for them and the secretariat that serves them. The
 * bytes lie apart, so that a list does not load them.
 */
export const file = pgTable(
  'file',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    uploadedBy: uuid('uploaded_by').references(() => person.id, { onDelete: 'set null' }),
    isTrial: boolean('is_trial').notNull().default(false),
    name: text('name').notNull(),
    type: text('type', { enum: FILE_TYPES }).notNull(),
    /** Bytes as kept, after re-encoding. */
    size: integer('size').notNull(),
    width: integer('width'),
    height: integer('height'),
    digest: text('digest').notNull(),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('file_organisation').on(table.organisationId),
    check('file_name_length', sql`char_length(${table.name}) between 1 and ${sql.raw(String(MAX_NAME))}`),
    pgPolicy('file_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (saling_actor() is not null and (not ${table.isTrial} or saling_is_trial()) and ((saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and (saling_belongs(${table.organisationId}) or ${table.uploadedBy} = saling_person() or exists (select 1 from appointment a where a.letter_file_id = ${table.id}) or saling_serves(saling_approved_with(${table.id})))) or exists (select 1 from practice p where p.city_id = saling_city_of(${table.organisationId}) and ${table.id} = any (p.attachments)) or exists (select 1 from need n where n.city_id = saling_city_of(${table.organisationId}) and ${table.id} = any (n.attachments))))`,
    }),
    pgPolicy('file_upload', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`saling_actor() = 'person' and (saling_belongs(${table.organisationId}) or saling_brings_letter(${table.organisationId})) and ${table.isTrial} = saling_is_trial()`,
    }),
    ...jobWritePolicies('file'),
  ],
);

export const fileContent = pgTable(
  'file_content',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => file.id, { onDelete: 'cascade' }),
    bytes: bytes('bytes').notNull(),
    /** Of a picture: small enough for a list. */
    thumbnail: bytes('thumbnail'),
  },
  (table) => [
    pgPolicy('file_content_read', {
      for: 'select',
      to: salingApp,
      using: sql`exists (select 1 from file f where f.id = ${table.fileId})`,
    }),
    pgPolicy('file_content_upload', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`exists (select 1 from file f where f.id = ${table.fileId} and f.is_trial = saling_is_trial() and saling_actor() = 'person' and (saling_belongs(f.organisation_id) or saling_brings_letter(f.organisation_id)))`,
    }),
    ...jobWritePolicies('file_content'),
  ],
);
