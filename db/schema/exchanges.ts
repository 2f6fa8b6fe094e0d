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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type BriefContent,
  type Dates,
  EXCHANGE_SIZES,
  EXCHANGE_STATES,
  EXCHANGE_STEPS,
  OUTCOMES,
  SIDES,
} from '#lib/exchanges/contract.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { need } from './needs.ts';
import { practice } from './practices.ts';

const parties = () => ({
  askingCityId: uuid('asking_city_id')
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' }),
  askedCityId: uuid('asked_city_id')
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' }),
  isTrial: boolean('is_trial').notNull().default(false),
});

type PartyColumns = { askingCityId: PgColumn; askedCityId: PgColumn; isTrial: PgColumn };

/** The people of the two cities, each in her own world, and who holds its link; no secretariat either. */
const isParty = (table: PartyColumns, id: PgColumn) =>
  sql`(saling_actor() = 'person' or saling_link('answer-exchange') = ${id}::text) and ${table.isTrial} = saling_is_trial() and (${table.askingCityId} = any((select saling_cities())::uuid[]) or ${table.askedCityId} = any((select saling_cities())::uuid[]))`;

/** What one city asks of another and all that comes of it. Offices act in it, so no person is named. */
export const exchange = pgTable(
  'exchange',
  {
    id: uuid('id').primaryKey(),
    ...parties(),
    version: integer('version').notNull().default(1),
    state: text('state', { enum: EXCHANGE_STATES }).notNull().default('requested'),
    size: text('size', { enum: EXCHANGE_SIZES }).notNull(),
    awaits: text('awaits', { enum: SIDES }),
    /** Since when `awaits` is waited for. */
    waitsSince: instant('waits_since'),
    dueAt: instant('due_at'),
    remindersSent: integer('reminders_sent').notNull().default(0),
    needId: uuid('need_id').references(() => need.id, { onDelete: 'set null' }),
    practiceId: uuid('practice_id').references(() => practice.id, { onDelete: 'set null' }),
    question: text('question').notNull(),
    offer: text('offer').notNull().default(''),
    language: text('language').notNull(),
    languages: text('languages').array().notNull().default(sql`'{}'`),
    dates: jsonb('dates').$type<Dates>().notNull().default([]),
    askedAt: instant('asked_at').notNull().default(sql`saling_now()`),
    answeredBy: text('answered_by', { enum: SIDES }),
    answeredAt: instant('answered_at'),
    completedAt: instant('completed_at'),
    /** The month of the place that it holds at the asked city, see lib/hosting/rules.ts. */
    hostedMonth: integer('hosted_month'),
    movedAt: instant('moved_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('exchange_asking').on(table.askingCityId),
    index('exchange_asked').on(table.askedCityId),
    index('exchange_due').on(table.dueAt),
    // One request at a time from one city to the same other.
    uniqueIndex('exchange_one_request')
      .on(table.askingCityId, table.askedCityId, table.isTrial)
      .where(sql`state = 'requested'`),
    check('exchange_two_cities', sql`${table.askingCityId} <> ${table.askedCityId}`),
    pgPolicy('exchange_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (${isParty(table, table.id)})`,
    }),
    pgPolicy('exchange_ask', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and ${table.askingCityId} = any((select saling_cities())::uuid[])`,
    }),
    pgPolicy('exchange_move', {
      for: 'update',
      to: salingApp,
      using: isParty(table, table.id),
      withCheck: isParty(table, table.id),
    }),
    ...jobWritePolicies('exchange'),
  ],
);

export const ofExchange = () => ({
  exchangeId: uuid('exchange_id')
    .notNull()
    .references(() => exchange.id, { onDelete: 'cascade' }),
});

/** As visible as the exchange itself, which row policies guard. */
export function partPolicies(table: string, exchangeId: PgColumn) {
  const isSeen = sql`exists (select 1 from exchange where exchange.id = ${exchangeId})`;
  const isOwn = sql`saling_actor() in ('person', 'link') and ${isSeen}`;
  return [
    pgPolicy(`${table}_read`, { for: 'select', to: salingApp, using: isSeen }),
    pgPolicy(`${table}_write`, { for: 'insert', to: salingApp, withCheck: isOwn }),
    ...jobWritePolicies(table),
  ];
}

/** What happened, one after the other. */
export const exchangeStep = pgTable(
  'exchange_step',
  {
    id: uuid('id').primaryKey(),
    ...ofExchange(),
    step: text('step', { enum: EXCHANGE_STEPS }).notNull(),
    /** Null where the clock did it. */
    side: text('side', { enum: SIDES }),
    fromState: text('from_state', { enum: EXCHANGE_STATES }),
    toState: text('to_state', { enum: EXCHANGE_STATES }).notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('exchange_step_exchange').on(table.exchangeId),
    ...partPolicies('exchange_step', table.exchangeId),
  ],
);

/** Written answers, each as it was given. */
export const exchangeAnswer = pgTable(
  'exchange_answer',
  {
    id: uuid('id').primaryKey(),
    ...ofExchange(),
    side: text('side', { enum: SIDES }).notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('exchange_answer_exchange').on(table.exchangeId),
    ...partPolicies('exchange_answer', table.exchangeId),
  ],
);

/** What both sides agree on; each version as it was written. */
export const exchangeBrief = pgTable(
  'exchange_brief',
  {
    ...ofExchange(),
    version: integer('version').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    content: jsonb('content').$type<BriefContent>().notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.exchangeId, table.version] }),
    ...partPolicies('exchange_brief', table.exchangeId),
  ],
);

/** Which side agreed to which version. Writing it is agreeing to it. */
export const exchangeAgreement = pgTable(
  'exchange_agreement',
  {
    ...ofExchange(),
    version: integer('version').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.exchangeId, table.version, table.side] }),
    ...partPolicies('exchange_agreement', table.exchangeId),
  ],
);

/**
 * What came of it, said by the city that asked. With the consent of both it is shown on the page of the practice,
 * to whoever sees that practice: therefore it stands by itself.
 */
export const exchangeOutcome = pgTable(
  'exchange_outcome',
  {
    ...ofExchange(),
    month: integer('month').notNull(),
    ...parties(),
    practiceId: uuid('practice_id').references(() => practice.id, { onDelete: 'set null' }),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    changed: text('changed').notNull(),
    indicator: text('indicator').notNull(),
    baseline: text('baseline').notNull(),
    value: text('value').notNull(),
    hard: text('hard').notNull(),
    language: text('language').notNull(),
    isShownByAsking: boolean('is_shown_by_asking').notNull(),
    isShownByAsked: boolean('is_shown_by_asked').notNull().default(false),
    saidAt: instant('said_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.exchangeId, table.month] }),
    index('exchange_outcome_practice').on(table.practiceId),
    check('exchange_outcome_month', sql`${table.month} in (3, 12)`),
    pgPolicy('exchange_outcome_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (${isParty(table, table.exchangeId)}) or (saling_actor() is not null and ${table.isShownByAsking} and ${table.isShownByAsked} and (not ${table.isTrial} or saling_is_trial()) and exists (select 1 from practice where practice.id = ${table.practiceId} and practice.state = 'published'))`,
    }),
    pgPolicy('exchange_outcome_say', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and ${table.askingCityId} = any((select saling_cities())::uuid[])`,
    }),
    pgPolicy('exchange_outcome_consent', {
      for: 'update',
      to: salingApp,
      using: isParty(table, table.exchangeId),
      withCheck: isParty(table, table.exchangeId),
    }),
    ...jobWritePolicies('exchange_outcome'),
  ],
);

/**
 * What a secretariat sees of an exchange: that there is one, whether it is open, and since when an answer is
 * waited for. How it ended is not in it.
 */
export const exchangeStanding = pgTable(
  'exchange_standing',
  {
    exchangeId: uuid('exchange_id')
      .primaryKey()
      .references(() => exchange.id, { onDelete: 'cascade' }),
    ...parties(),
    size: text('size', { enum: EXCHANGE_SIZES }).notNull(),
    isOpen: boolean('is_open').notNull(),
    askedAt: instant('asked_at').notNull(),
    waitsSince: instant('waits_since'),
  },
  (table) => [
    pgPolicy('exchange_standing_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (${isParty(table, table.exchangeId)}) or (saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and (saling_serves(${table.askingCityId}) or saling_serves(${table.askedCityId})))`,
    }),
    pgPolicy('exchange_standing_write', {
      to: salingApp,
      using: isParty(table, table.exchangeId),
      withCheck: isParty(table, table.exchangeId),
    }),
    ...jobWritePolicies('exchange_standing'),
  ],
);
