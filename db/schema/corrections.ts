import { sql } from 'drizzle-orm';
import { check, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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
    ...jobWritePolicies('correction'),
  ],
);
