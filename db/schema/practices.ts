import { sql } from 'drizzle-orm';
import { check, index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { city } from './cities.ts';
import { recordColumns, recordPolicies, salingApp } from './columns.ts';

export const practice = pgTable(
  'practice',
  {
    ...recordColumns(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    problem: text('problem'),
    actions: text('actions'),
    results: text('results'),
    startYear: integer('start_year'),
    topics: text('topics').array().notNull(),
    sdgs: integer('sdgs').array().notNull(),
    pillars: text('pillars').array().notNull(),
    evidence: text('evidence', {
      enum: ['self-reported', 'documented', 'measured', 'independently-evaluated'],
    }).notNull(),
    stage: text('stage', { enum: ['planned', 'under-way'] }),
    operatedBy: text('operated_by'),
    caveat: text('caveat'),
    sourceUrl: text('source_url'),
    sourceTitle: text('source_title'),
    otherSources: text('other_sources').array().notNull(),
  },
  (table) => [
    index('practice_city').on(table.cityId),
    index('practice_topics').using('gin', table.topics),
    index('practice_newest').on(sql`${table.startYear} desc nulls last`, table.key),
    check('practice_topics_some', sql`cardinality(${table.topics}) between 1 and 12`),
    // The kind of evidence is for an officer to confirm; what else she may not change, her commands say.
    pgPolicy('practice_officer', {
      for: 'update',
      to: salingApp,
      using: sql`${table.state} = 'published' and ${table.isTrial} = saling_is_trial() and saling_serves(${table.cityId})`,
    }),
    ...recordPolicies('practice', table, table.cityId),
  ],
);
