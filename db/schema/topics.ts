import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { Translations } from '#lib/platform/language.ts';
import { referencePolicies } from './columns.ts';

export const topic = pgTable(
  'topic',
  {
    code: text('code').primaryKey(),
    position: smallint('position').notNull(),
    label: text('label').notNull(),
    description: text('description').notNull(),
    sdgs: integer('sdgs').array().notNull(),
    pillars: text('pillars').array().notNull(),
    commitment: smallint('commitment').notNull(),
    translations: jsonb('translations').$type<Translations>().notNull().default({}),
    compiledDigest: text('compiled_digest'),
  },
  () => referencePolicies('topic'),
);

/** Words for a topic in one language. A search aid, never a heading, until a native reader has checked it. */
export const topicTerm = pgTable(
  'topic_term',
  {
    topic: text('topic')
      .notNull()
      .references(() => topic.code, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    term: text('term').notNull(),
    isLabel: boolean('is_label').notNull(),
    position: smallint('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.topic, table.language, table.term] }),
    index('topic_term_language').on(table.language),
    ...referencePolicies('topic_term'),
  ],
);
