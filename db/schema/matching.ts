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
  real,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { need } from './needs.ts';
import { practice } from './practices.ts';

/** Why a practice answers a need: topics in common, and by language of the reader the words to mark on each side. */
export type StoredReason = {
  topics: string[];
  words: Record<string, { need: string[]; practice: string[] }>;
};
/** One need of a city that a practice of another covers. `value`: relevance, kind of evidence and year together. */
export type StoredCover = StoredReason & {
  needId: string;
  needKey: string;
  practiceId: string;
  relevance: number;
  value: number;
};

/** Which practices answer which need: computed, and as visible as both records are. */
export const needPractice = pgTable(
  'need_practice',
  {
    needId: uuid('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    practiceId: uuid('practice_id')
      .notNull()
      .references(() => practice.id, { onDelete: 'cascade' }),
    /** Relevance, 0 to 1. */
    score: real('score').notNull(),
    reason: jsonb('reason').$type<StoredReason>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.practiceId] }),
    index('need_practice_practice').on(table.practiceId),
    pgPolicy('need_practice_read', {
      for: 'select',
      to: salingApp,
      using: sql`exists (select 1 from need where need.id = ${table.needId}) and exists (select 1 from practice where practice.id = ${table.practiceId})`,
    }),
    ...jobWritePolicies('need_practice'),
  ],
);

/** What one city can learn from another: computed, one row for each ordered pair with something to learn. */
export const matchEvidence = pgTable(
  'match_evidence',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    otherCityId: uuid('other_city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    /** How much `city_id` can learn from `other_city_id`, 0 to 1. */
    learn: real('learn').notNull(),
    /** The best few; `covered_needs` counts all. */
    covers: jsonb('covers').$type<StoredCover[]>().notNull(),
    coveredNeeds: integer('covered_needs').notNull().default(0),
    /** Tells whether a computation came to the same: what is equal is not written. */
    digest: text('digest').notNull().default(''),
    /** Computed with the records of the trial copy's desks, for these desks. */
    isTrial: boolean('is_trial').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.otherCityId, table.isTrial] }),
    index('match_evidence_other').on(table.otherCityId),
    pgPolicy('match_evidence_read', {
      for: 'select',
      to: salingApp,
      using: sql`(saling_actor() = 'job' or (saling_actor() = 'person' and (${table.cityId} = any((select saling_cities())::uuid[]) or ${table.otherCityId} = any((select saling_cities())::uuid[])) and ${table.isTrial} = (select saling_reads_trial_matches()))) and not is_held_back(${table.cityId}, ${table.otherCityId})`,
    }),
    ...jobWritePolicies('match_evidence'),
  ],
);

const pair = () => ({
  cityLow: uuid('city_low')
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' }),
  cityHigh: uuid('city_high')
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' }),
  isTrial: boolean('is_trial').notNull().default(false),
});

/**
 * Pairs that are never suggested to either side. Secretariats that serve one of the two see and say it, each in its
 * own world; nothing shows anybody else that there is such a list.
 */
export const holdBack = pgTable(
  'hold_back',
  {
    ...pair(),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => {
    const isServed = sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and (saling_serves(${table.cityLow}) or saling_serves(${table.cityHigh}))`;
    return [
      primaryKey({ columns: [table.cityLow, table.cityHigh, table.isTrial] }),
      check('hold_back_order', sql`${table.cityLow} < ${table.cityHigh}`),
      pgPolicy('hold_back_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
      pgPolicy('hold_back_served', { to: salingApp, using: isServed, withCheck: isServed }),
      ...jobWritePolicies('hold_back'),
    ];
  },
);

/** Pairs of which one declined an exchange: neither is suggested to the other for a while. Nobody reads it. */
export const matchRest = pgTable(
  'match_rest',
  {
    ...pair(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cityLow, table.cityHigh, table.isTrial] }),
    check('match_rest_order', sql`${table.cityLow} < ${table.cityHigh}`),
    pgPolicy('match_rest_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('match_rest'),
  ],
);

/** What a city does not want to be suggested; the other's list stays as it is. */
export const matchNotRelevant = pgTable(
  'match_not_relevant',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    otherCityId: uuid('other_city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
    saidAt: instant('said_at').notNull().default(sql`saling_now()`),
  },
  (table) => {
    const isOwn = sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and ${table.cityId} = any((select saling_cities())::uuid[])`;
    return [
      primaryKey({ columns: [table.cityId, table.otherCityId, table.isTrial] }),
      pgPolicy('match_not_relevant_read', {
        for: 'select',
        to: salingApp,
        using: sql`saling_actor() = 'job'`,
      }),
      pgPolicy('match_not_relevant_own', { to: salingApp, using: isOwn, withCheck: isOwn }),
      ...jobWritePolicies('match_not_relevant'),
    ];
  },
);

/** What a city's place in lists costs, so that no city takes more than its share of first places; see lib/matching/scoring/prices.ts. */
export const matchPrice = pgTable(
  'match_price',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    mode: text('mode', { enum: ['exchange', 'learn-from'] }).notNull(),
    isTrial: boolean('is_trial').notNull().default(false),
    price: real('price').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.mode, table.isTrial] }),
    pgPolicy('match_price_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (saling_actor() = 'person' and (select saling_is_member()))`,
    }),
    ...jobWritePolicies('match_price'),
  ],
);

/** What has changed since matches were last computed: the id of a city, or `all`. */
export const matchStale = pgTable('match_stale', { scope: text('scope').primaryKey() }, () => [
  pgPolicy('match_stale_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
  ...jobWritePolicies('match_stale'),
]);
