import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { NOTICE_STATES } from '#lib/notices/contract.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { person } from './identity.ts';

const officerReads = (table: Record<'template' | 'isTrial' | 'personId' | 'email', AnyPgColumn>) =>
  sql`((select saling_is_officer()) and ${table.template} not in ('sign-in', 'digest') and ${table.template} not like 'exchange-%' and ${table.isTrial} = saling_is_trial() and (saling_sees_person(${table.personId}) or exists (select 1 from invitation i where i.email = ${table.email} and saling_sees_organisation(i.organisation_id))))`;

/**
 * One mail to one address. Words are made when it is sent or shown, from `template` and `params`; what opens
 * something (a link's token, a code) lies in `sealed`, encrypted, and is wiped once sent or of no use.
 */
export const notice = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    /** Said once: a second notice with the same key is not made. */
    key: text('key').notNull().unique(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    language: text('language').notNull(),
    template: text('template').notNull(),
    params: jsonb('params').$type<Record<string, string | number>>().notNull(),
    sealed: text('sealed'),
    /** The page that it is about; null for what leaves at once. */
    about: text('about'),
    state: text('state', { enum: NOTICE_STATES }).notNull().default('queued'),
    tries: integer('tries').notNull().default(0),
    problem: text('problem'),
    isTrial: boolean('is_trial').notNull().default(false),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    dueAt: instant('due_at').notNull().default(sql`saling_now()`),
    /** From then on it is of no use to anybody and is not sent any more. */
    expiresAt: instant('expires_at'),
    sentAt: instant('sent_at'),
    /** Since when it counts in the budget of its recipient, sent or about to be. */
    countedAt: instant('counted_at'),
    /** The mail of the day that told it. */
    digestId: uuid('digest_id'),
  },
  (table) => [
    index('notice_due').on(table.state, table.dueAt),
    index('notice_person').on(table.personId),
    index('notice_gathered').on(table.personId).where(sql`state = 'gathered' and digest_id is null`),
    pgPolicy('notice_ask', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`saling_actor() in ('person', 'link', 'visitor')`,
    }),
    // An officer reads the mails about offices to people and invited addresses that the secretariat serves.
    pgPolicy('notice_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or ${table.personId} = saling_person() or ${officerReads(table)}`,
    }),
    // What failed an officer may have tried again, of the mails that she reads.
    pgPolicy('notice_again', {
      for: 'update',
      to: salingApp,
      using: sql`${table.state} in ('failed', 'queued') and ${officerReads(table)}`,
      withCheck: sql`${table.state} = 'queued' and ${officerReads(table)}`,
    }),
    ...jobWritePolicies('notice'),
  ],
);

/** When a person last looked at a page that she gets mails about: what is older is no news to her. */
export const noticeSeen = pgTable(
  'notice_seen',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    about: text('about').notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.about] }),
    pgPolicy('notice_seen_own', {
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
      withCheck: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
    }),
    pgPolicy('notice_seen_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('notice_seen'),
  ],
);
