import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  interval,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, jobWritePolicies, salingApp } from './columns.ts';

/** One row. Moved only by the owner, in tests and on the trial copy; `saling_now()` adds it. */
export const clock = pgTable('clock', {
  id: smallint('id').primaryKey().default(1),
  offset: interval('offset').notNull().default('0'),
});

/** Outcome of every command, unique per person: the second call with the same id gets the first's answer. */
export const command = pgTable(
  'command',
  {
    actorKey: text('actor_key').notNull(),
    commandId: uuid('command_id').notNull(),
    name: text('name').notNull(),
    outcome: jsonb('outcome').$type<unknown>(),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.actorKey, table.commandId] }),
    pgPolicy('command_any', {
      to: salingApp,
      using: sql`saling_actor() is not null`,
      withCheck: sql`saling_actor() is not null`,
    }),
  ],
);

export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull().default(sql`saling_now()`),
    actorKind: text('actor_kind').notNull(),
    actorRef: text('actor_ref').notNull(),
    verb: text('verb').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    requestId: text('request_id').notNull(),
    commandId: uuid('command_id').notNull(),
  },
  (table) => [
    index('audit_subject').on(table.subjectKind, table.subjectId),
    pgPolicy('audit_add', { for: 'insert', to: salingApp, withCheck: sql`saling_actor() is not null` }),
    pgPolicy('audit_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    // A secretariat reads what was done about the cities and bodies that it serves.
    pgPolicy('audit_officer', {
      for: 'select',
      to: salingApp,
      using: sql`(select saling_is_officer()) and saling_sees_act(${table.subjectKind}, ${table.subjectId})`,
    }),
  ],
);

/** Last number given in each stream; taken under the row's lock, so readers of a stream miss nothing. */
export const stream = pgTable(
  'stream',
  { name: text('name').primaryKey(), lastSequence: bigint('last_sequence', { mode: 'number' }).notNull() },
  () => [
    pgPolicy('stream_any', {
      to: salingApp,
      using: sql`saling_actor() is not null`,
      withCheck: sql`saling_actor() is not null`,
    }),
  ],
);

export const event = pgTable(
  'event',
  {
    id: uuid('id').primaryKey(),
    stream: text('stream').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    type: text('type').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    unique('event_stream_sequence').on(table.stream, table.sequence),
    pgPolicy('event_add', { for: 'insert', to: salingApp, withCheck: sql`saling_actor() is not null` }),
    pgPolicy('event_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
  ],
);

/** Which reaction has handled which event: a repeated job finds its work done. */
export const eventReaction = pgTable(
  'event_reaction',
  {
    eventId: uuid('event_id')
      .notNull()
      .references(() => event.id),
    reaction: text('reaction').notNull(),
    doneAt: instant('done_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.reaction] }),
    pgPolicy('event_reaction_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('event_reaction'),
  ],
);

/** How often something was done in an hour; `key` is a digest that says neither who nor what. */
export const turn = pgTable(
  'turn',
  { key: text('key').notNull(), hour: instant('hour').notNull(), count: integer('count').notNull() },
  (table) => [
    primaryKey({ columns: [table.key, table.hour] }),
    pgPolicy('turn_any', {
      to: salingApp,
      using: sql`saling_actor() is not null`,
      withCheck: sql`saling_actor() is not null`,
    }),
  ],
);

/** Few facts about this installation, such as the digest of the data files that were loaded. */
export const installation = pgTable(
  'installation',
  {
    name: text('name').primaryKey(),
    value: text('value').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  () => [
    pgPolicy('installation_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('installation'),
  ],
);
