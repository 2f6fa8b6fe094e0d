import { sql } from 'drizzle-orm';
import { check, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { CITY_ANSWERS } from '#lib/corrections/contract.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';

/**
 * What readers ask to correct or remove. A visitor may add one and read none; a desk of the trial copy reads none
 * either: who asked is real.
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
      withCheck: sql`saling_actor() in ('visitor', 'person')`,
    }),
    pgPolicy('correction_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    pgPolicy('correction_officer_read', {
      for: 'select',
      to: salingApp,
      using: sql`not saling_is_trial() and saling_serves_record(${table.recordKind}, ${table.recordKey})`,
    }),
    pgPolicy('correction_officer_change', {
      for: 'update',
      to: salingApp,
      using: sql`not saling_is_trial() and saling_serves_record(${table.recordKind}, ${table.recordKey})`,
    }),
    // The city that the record is about: real offices only, as officers.
    pgPolicy('correction_city_read', {
      for: 'select',
      to: salingApp,
      using: sql`not saling_is_trial() and saling_own_record(${table.recordKind}, ${table.recordKey})`,
    }),
    pgPolicy('correction_city_change', {
      for: 'update',
      to: salingApp,
      using: sql`not saling_is_trial() and saling_own_record(${table.recordKind}, ${table.recordKey})`,
    }),
    ...jobWritePolicies('correction'),
  ],
);
