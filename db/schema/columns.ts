import { sql } from 'drizzle-orm';
import {
  boolean,
  integer,
  jsonb,
  type PgColumn,
  pgPolicy,
  pgRole,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Translations } from '#lib/platform/language.ts';

export const salingApp = pgRole('saling_app').existing();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Columns of every published record: identity, version, where it comes from, who may see it. */
export const recordColumns = () => ({
  id: uuid('id').primaryKey(),
  key: text('key').notNull(),
  version: integer('version').notNull().default(1),
  state: text('state', { enum: ['draft', 'with-office', 'published', 'withdrawn'] })
    .notNull()
    .default('published'),
  origin: text('origin', { enum: ['compiled', 'city'] }).notNull(),
  audience: text('audience', { enum: ['public', 'observers', 'members'] })
    .notNull()
    .default('public'),
  confirmedAt: instant('confirmed_at'),
  /** Written at a desk of the trial copy. */
  isTrial: boolean('is_trial').notNull().default(false),
  language: text('language').notNull().default('en'),
  translations: jsonb('translations').$type<Translations>().notNull().default({}),
  compiledDigest: text('compiled_digest'),
  createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  updatedAt: instant('updated_at').notNull().default(sql`saling_now()`),
});

/**
 * Who may see a record. Published: as wide as its audience; members are city offices, secretariats and the
 * chair, `observers` adds observers. Drafts: the city's own people. A trial record: trial desks only, and for
 * them it lies over the real one of the same key, which stays as its source says.
 * Changing is for the city's own people and jobs; which of them, each command's policy says.
 * @param cityId the column that names the city, of `city` itself its id
 */
export function recordPolicies(
  table: string,
  columns: { key: PgColumn; state: PgColumn; audience: PgColumn; isTrial: PgColumn },
  cityId: PgColumn,
) {
  const { key, state, audience, isTrial } = columns;
  const isOwn = sql`${cityId} = any((select saling_cities())::uuid[])`;
  // Of a city itself nothing lies over the whole: what desks say of its facts has a table of its own.
  const isCovered = sql`${key} = any ((select saling_covered(${sql.raw(`'${table}'`)}))::text[])`;
  const isOfThisWorld =
    table === 'city'
      ? sql`(not ${isTrial} or saling_is_trial())`
      : sql`(case when ${isTrial} then saling_is_trial() else not (saling_is_trial() and ${isCovered}) end)`;
  return [
    pgPolicy(`${table}_read`, {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (saling_actor() is not null and ${isOfThisWorld} and ((${state} = 'published' and (${audience} = 'public' or (${audience} in ('members', 'observers') and (select saling_is_member())) or (${audience} = 'observers' and (select saling_is_observer())))) or (saling_actor() in ('person', 'link') and ${isOwn})))`,
    }),
    pgPolicy(`${table}_own`, {
      to: salingApp,
      using: sql`saling_actor() in ('person', 'link') and ${isOwn} and ${isTrial} = saling_is_trial()`,
      withCheck: sql`saling_actor() in ('person', 'link') and ${isOwn} and ${isTrial} = saling_is_trial()`,
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
