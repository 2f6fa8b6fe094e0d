import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { FACT_KEYS, FACT_STATES, type FactContent, type FactValue } from '#lib/cities/contract.ts';
import { ROLES } from '#lib/core/actor.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { ownPolicies } from './drafts.ts';
import { person } from './identity.ts';

const factColumns = () => ({
  cityId: uuid('city_id')
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' }),
  key: text('key', { enum: FACT_KEYS }).notNull(),
  isTrial: boolean('is_trial').notNull().default(false),
});
const saidColumns = () => ({
  state: text('state', { enum: FACT_STATES }).notNull(),
  /** Null unless it is stated: what is not said any more is in the versions, which others do not read. */
  value: jsonb('value').$type<FactValue>(),
  year: integer('year'),
  sourceTitle: text('source_title'),
  sourceUrl: text('source_url'),
  version: integer('version').notNull(),
});

/**
 * What a city says itself of a fact. It lies over what the data files say, which stays beside it in `city`, so
 * that loading these anew never touches the city's word.
 */
export const cityFact = pgTable(
  'city_fact',
  {
    ...factColumns(),
    ...saidColumns(),
    fieldVersions: jsonb('field_versions').$type<Record<string, number>>().notNull().default({}),
    confirmedAt: instant('confirmed_at'),
    saidRole: text('said_role', { enum: ROLES }).notNull(),
    updatedAt: instant('updated_at').notNull().default(sql`saling_now()`),
  },
  (table) => {
    const isOwn = sql`saling_actor() in ('person', 'link') and ${table.cityId} = any((select saling_cities())::uuid[]) and ${table.isTrial} = saling_is_trial()`;
    return [
      primaryKey({ columns: [table.cityId, table.key, table.isTrial] }),
      check(
        'city_fact_stated',
        sql`(${table.state} = 'stated') = (${table.value} is not null) and (${table.state} <> 'stated' or ${table.confirmedAt} is not null)`,
      ),
      pgPolicy('city_fact_read', {
        for: 'select',
        to: salingApp,
        using: sql`saling_actor() is not null and (saling_actor() = 'job' or not ${table.isTrial} or saling_is_trial()) and exists (select 1 from city where city.id = ${table.cityId})`,
      }),
      pgPolicy('city_fact_own', { to: salingApp, using: isOwn, withCheck: isOwn }),
      ...jobWritePolicies('city_fact'),
    ];
  },
);

/** All that a city has said of a fact, one after the other. */
export const cityFactVersion = pgTable(
  'city_fact_version',
  {
    id: uuid('id').primaryKey(),
    ...factColumns(),
    ...saidColumns(),
    byPerson: uuid('by_person').references(() => person.id, { onDelete: 'set null' }),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('city_fact_version_fact').on(table.cityId, table.key, table.isTrial),
    ...ownPolicies('city_fact_version', table),
  ],
);

/** What is being written of a fact and not said yet. Nobody outside the city's own office meets it. */
export const cityFactDraft = pgTable(
  'city_fact_draft',
  {
    ...factColumns(),
    content: jsonb('content').$type<FactContent>().notNull(),
    version: integer('version').notNull(),
    fieldVersions: jsonb('field_versions').$type<Record<string, number>>().notNull().default({}),
    writtenBy: uuid('written_by').references(() => person.id, { onDelete: 'set null' }),
    writtenRole: text('written_role', { enum: ROLES }).notNull(),
    updatedAt: instant('updated_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.key, table.isTrial] }),
    ...ownPolicies('city_fact_draft', table),
  ],
);
