import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, jobWritePolicies, recordColumns, recordPolicies, salingApp } from './columns.ts';

export const city = pgTable(
  'city',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    localName: text('local_name'),
    country: text('country').notNull(),
    kind: text('kind', {
      enum: ['city', 'municipality', 'province', 'regency', 'special-region'],
    }).notNull(),
    parentId: uuid('parent_id').references((): PgColumn => city.id),
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    coordinatesNote: text('coordinates_note'),
    population: integer('population'),
    populationYear: integer('population_year'),
    populationSource: text('population_source'),
    isCoastal: boolean('is_coastal'),
    isCapital: boolean('is_capital').notNull(),
    timeZone: text('time_zone').notNull(),
    languages: text('languages').array().notNull(),
    smartCitiesPhase: text('smart_cities_phase'),
    formerSince: date('former_since'),
    formerNote: text('former_note'),
    forumsNote: text('forums_note'),
    sources: text('sources').array().notNull(),
  },
  (table) => [
    unique('city_key_unique').on(table.key),
    index('city_country').on(table.country),
    check('city_latitude_range', sql`${table.latitude} between -90 and 90`),
    check('city_longitude_range', sql`${table.longitude} between -180 and 180`),
    ...recordPolicies('city', table, table.id),
  ],
);

export const MEMBERSHIP_STATUSES = ['member', 'observer', 'past-host', 'to-be-confirmed'] as const;

export type MembershipBefore = {
  status: (typeof MEMBERSHIP_STATUSES)[number];
  sinceOn: string | null;
  sourceUrl: string | null;
  recordedAt: string | null;
};

/** Membership is data with a status and a date, never a constant. `past-host` says only what it says. */
export const forumMembership = pgTable(
  'forum_membership',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    forum: text('forum', { enum: ['AGMF', 'MGMAC'] }).notNull(),
    status: text('status', { enum: MEMBERSHIP_STATUSES }).notNull(),
    sinceOn: date('since_on'),
    sourceUrl: text('source_url'),
    /** When an officer of the forum said so; null where the data files did. These never overwrite an officer. */
    recordedAt: instant('recorded_at'),
    /** What stood there before an officer's word, to undo it: `{ row: null }` where nothing did. */
    before: jsonb('before').$type<{ row: MembershipBefore | null }>(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.forum] }),
    pgPolicy('forum_membership_read', {
      for: 'select',
      to: salingApp,
      using: sql`exists (select 1 from city where city.id = ${table.cityId})`,
    }),
    // What a desk of the trial copy does leaves what was compiled as its source says.
    pgPolicy('forum_membership_officer', {
      to: salingApp,
      using: sql`not saling_is_trial() and ${table.forum} = any((select saling_forums())::text[])`,
      withCheck: sql`not saling_is_trial() and ${table.forum} = any((select saling_forums())::text[])`,
    }),
    ...jobWritePolicies('forum_membership'),
  ],
);
