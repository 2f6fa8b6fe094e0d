import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { AttachmentWords } from '#lib/files/contract.ts';
import { FINANCE_KINDS, HELP_WANTED, OBSTACLES, PROJECT_STAGES, URGENCIES } from '#lib/needs/contract.ts';
import { city } from './cities.ts';
import { recordColumns, recordPolicies } from './columns.ts';

export const need = pgTable(
  'need',
  {
    ...recordColumns(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id),
    title: text('title').notNull(),
    description: text('description').notNull(),
    affected: text('affected'),
    tried: text('tried'),
    obstacles: text('obstacles', { enum: OBSTACLES }).array().notNull().default(sql`'{}'`),
    helpWanted: text('help_wanted', { enum: HELP_WANTED }).array().notNull().default(sql`'{}'`),
    /** Kind of finance or assistance; only where that is among the help wanted. */
    finance: text('finance', { enum: FINANCE_KINDS }).array().notNull().default(sql`'{}'`),
    projectStage: text('project_stage', { enum: PROJECT_STAGES }),
    /** Said by the city, never by others. */
    urgency: text('urgency', { enum: URGENCIES }),
    spokenLanguages: text('spoken_languages').array().notNull().default(sql`'{}'`),
    contactOffice: text('contact_office'),
    attachments: uuid('attachments').array().notNull().default(sql`'{}'`),
    /** Caption and description of each, by its id. */
    attachmentWords: jsonb('attachment_words').$type<AttachmentWords>().notNull().default({}),
    topics: text('topics').array().notNull(),
    sdgs: integer('sdgs').array().notNull(),
    sourceUrl: text('source_url'),
    sourceTitle: text('source_title'),
    otherSources: text('other_sources').array().notNull(),
  },
  (table) => [
    unique('need_key_world').on(table.key, table.isTrial),
    index('need_city').on(table.cityId),
    index('need_topics').using('gin', table.topics),
    check('need_topics_some', sql`cardinality(${table.topics}) between 1 and 12`),
    ...recordPolicies('need', table, table.cityId),
  ],
);
