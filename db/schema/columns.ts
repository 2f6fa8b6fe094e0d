import { sql } from 'drizzle-orm';
import { integer, jsonb, type PgColumn, pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Translations } from '#lib/platform/language.ts';

export const salingApp = pgRole('saling_app').existing();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Columns of every published record: identity, version, where it comes from, who may see it. */
export const recordColumns = () => ({
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  version: integer('version').notNull().default(1),
  state: text('state', { enum: ['draft', 'published', 'withdrawn'] })
    .notNull()
    .default('published'),
  origin: text('origin', { enum: ['compiled', 'city'] }).notNull(),
  audience: text('audience', { enum: ['public', 'members', 'city'] })
    .notNull()
    .default('public'),
  confirmedAt: instant('confirmed_at'),
  language: text('language').notNull().default('en'),
  translations: jsonb('translations').$type<Translations>().notNull().default({}),
  compiledDigest: text('compiled_digest'),
  createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  updatedAt: instant('updated_at').notNull().default(sql`saling_now()`),
});

/** A published, public record is everybody's to read; jobs read and write all; without an actor, nothing. */
export function recordPolicies(table: string, columns: { state: PgColumn; audience: PgColumn }) {
  return [
    pgPolicy(`${table}_read`, {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (saling_actor() = 'visitor' and ${columns.state} = 'published' and ${columns.audience} = 'public')`,
    }),
    ...jobWritePolicies(table),
  ];
}

export function jobWritePolicies(table: string) {
  return [
    pgPolicy(`${table}_add`, { for: 'insert', to: salingApp, withCheck: sql`saling_actor() = 'job'` }),
    pgPolicy(`${table}_change`, { for: 'update', to: salingApp, using: sql`saling_actor() = 'job'` }),
    pgPolicy(`${table}_remove`, { for: 'delete', to: salingApp, using: sql`saling_actor() = 'job'` }),
  ];
}

/** Reference data: everybody with an actor reads, jobs write. */
export function referencePolicies(table: string) {
  return [
    pgPolicy(`${table}_read`, { for: 'select', to: salingApp, using: sql`saling_actor() is not null` }),
    ...jobWritePolicies(table),
  ];
}
