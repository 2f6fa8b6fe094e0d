import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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
    topics: text('topics').array().notNull(),
    sdgs: integer('sdgs').array().notNull(),
    sourceUrl: text('source_url'),
    sourceTitle: text('source_title'),
    otherSources: text('other_sources').array().notNull(),
  },
  (table) => [
    index('need_city').on(table.cityId),
    index('need_topics').using('gin', table.topics),
    check('need_topics_some', sql`cardinality(${table.topics}) between 1 and 12`),
    ...recordPolicies('need', table, table.cityId),
  ],
);
