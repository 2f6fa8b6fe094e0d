import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

/** Compared byte by byte, so that an index serves prefixes whatever the database's locale is. */
const word = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const id = () => integer('id').primaryKey().generatedAlwaysAsIdentity();

/**
 * Index of public records. These tables hold no row policy on purpose: full-text and trigram operators lose their
 * index under one. They hold words and ids only; hits are joined to the guarded tables by whoever shows them.
 */
export const searchDocument = pgTable(
  'search_document',
  {
    id: id(),
    kind: text('kind', { enum: ['practice', 'need', 'city', 'topic'] }).notNull(),
    recordId: uuid('record_id').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [unique('search_document_record').on(table.kind, table.recordId)],
);

/** A stem, or two neighbours of a script without spaces; `frequency`: documents that hold it in their own text. */
export const searchTerm = pgTable('search_term', {
  id: id(),
  term: word('term').notNull().unique(),
  frequency: integer('frequency').notNull().default(0),
});

/** Words as they are written, for beginnings of words and slips of the pen, each with its stem. */
export const searchForm = pgTable(
  'search_form',
  {
    form: word('form').primaryKey(),
    termId: integer('term_id')
      .notNull()
      .references(() => searchTerm.id, { onDelete: 'cascade' }),
    isUnspaced: boolean('is_unspaced').notNull(),
  },
  (table) => [
    index('search_form_term').on(table.termId),
    index('search_form_trigram').using('gin', sql`${table.form} gin_trgm_ops`),
    index('search_form_unspaced').on(table.form).where(sql`${table.isUnspaced}`),
  ],
);

/**
 * How much a document's own text is about a term, 0 to 1000; how rare the term is, is not counted. The key holds
 * every column, so that a question reads the index alone. No foreign keys: only the engine writes here, a writer
 * at a time, and checking two for each of a hundred words of a document took a third of the time of writing it.
 */
export const searchPosting = pgTable(
  'search_posting',
  {
    termId: integer('term_id').notNull(),
    documentId: integer('document_id').notNull(),
    /** Place of the document's kind in SEARCH_KINDS, so that a question for one kind reads no other. */
    kind: smallint('kind').notNull(),
    impact: smallint('impact').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.termId, table.kind, table.documentId, table.impact] }),
    index('search_posting_document').on(table.documentId),
  ],
);

/** One list of words of a topic, shared by all documents that came with it; `members`: how many these are. */
export const searchGroup = pgTable('search_group', {
  id: id(),
  digest: text('digest').notNull().unique(),
  members: integer('members').notNull().default(0),
});

export const searchGroupTerm = pgTable(
  'search_group_term',
  {
    termId: integer('term_id')
      .notNull()
      .references(() => searchTerm.id),
    groupId: integer('group_id')
      .notNull()
      .references(() => searchGroup.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.termId, table.groupId] }),
    index('search_group_term_group').on(table.groupId),
  ],
);

export const searchGroupDocument = pgTable(
  'search_group_document',
  {
    groupId: integer('group_id')
      .notNull()
      .references(() => searchGroup.id, { onDelete: 'cascade' }),
    documentId: integer('document_id')
      .notNull()
      .references(() => searchDocument.id, { onDelete: 'cascade' }),
    kind: smallint('kind').notNull(),
    /** Percent: the document's first topic weighs most. */
    share: smallint('share').notNull().default(100),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.kind, table.documentId, table.share] }),
    index('search_group_document_document').on(table.documentId),
  ],
);
