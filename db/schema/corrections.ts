import { sql } from 'drizzle-orm';
import { boolean, check, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { CITY_ANSWERS } from '#lib/corrections/contract.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';

/**
 * What readers ask to correct or remove. A visitor may add one and read none. What is asked on the trial copy, at a
 * desk or before one sits down, is for its desks; what others ask is for real offices only: who asked is real.
 */
export const correction = pgTable(
  'correction',
  {
    id: uuid('id').primaryKey(),
    recordKind: text('record_kind', { enum: ['city', 'practice', 'need'] }).notNull(),
    recordKey: text('record_key').notNull(),
    wish: text('wish', { enum: ['correction', 'removal'] }).notNull(),
    message: text('message').notNull(),
    office: text('office'),
    email: text('email'),
    isTrial: boolean('is_trial').notNull().default(false),
    state: text('state', { enum: ['open', 'done'] })
      .notNull()
      .default('open'),
    /** What the city that it is about says; the secretariat closes it none the less. */
    cityAnswer: text('city_answer', { enum: CITY_ANSWERS }),
    cityAnsweredAt: instant('city_answered_at'),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    check('correction_message_length', sql`char_length(${table.message}) between 1 and 4000`),
    pgPolicy('correction_ask', {
      for: 'insert',
      to: salingApp,
      // A visitor is in no world; whether she is on the trial copy, the command knows.
      withCheck: sql`saling_actor() = 'visitor' or (saling_actor() = 'person' and ${table.isTrial} = saling_is_trial())`,
    }),
    pgPolicy('correction_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    pgPolicy('correction_officer_read', {
      for: 'select',
      to: salingApp,
      using: sql`${table.isTrial} = saling_is_trial() and saling_serves_record(${table.recordKind}, ${table.recordKey})`,
    }),
    pgPolicy('correction_officer_change', {
      for: 'update',
      to: salingApp,
      using: sql`${table.isTrial} = saling_is_trial() and saling_serves_record(${table.recordKind}, ${table.recordKey})`,
    }),
    // The city that the record is about, as officers.
    pgPolicy('correction_city_read', {
      for: 'select',
      to: salingApp,
      using: sql`${table.isTrial} = saling_is_trial() and saling_own_record(${table.recordKind}, ${table.recordKey})`,
    }),
    pgPolicy('correction_city_change', {
      for: 'update',
      to: salingApp,
      using: sql`${table.isTrial} = saling_is_trial() and saling_own_record(${table.recordKind}, ${table.recordKey})`,
    }),
    ...jobWritePolicies('correction'),
  ],
);
