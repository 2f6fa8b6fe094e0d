import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { SAID_STATES, TIE_KINDS } from '#lib/ties/contract.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';

const cityColumn = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => city.id, { onDelete: 'cascade' });

/**
 * What two cities have had with each other: compiled from public sources, said by one of them, or an exchange that
 * both completed here. What a city says, and exchanges, are for the two cities only.
 */
export const cityTie = pgTable(
  'city_tie',
  {
    id: uuid('id').primaryKey(),
    /** Names a record of a data file, or the exchange that it comes from. */
    key: text('key').notNull(),
    /** Of a compiled one and one said by a city the first; of an exchange who asked. */
    cityId: cityColumn('city_id'),
    otherCityId: cityColumn('other_city_id'),
    kind: text('kind', { enum: TIE_KINDS }).notNull(),
    subject: text('subject').notNull(),
    language: text('language').notNull().default('en'),
    year: integer('year'),
    /** As its city says; null where nobody has said it. */
    said: text('said', { enum: SAID_STATES }),
    sourceUrl: text('source_url'),
    origin: text('origin', { enum: ['compiled', 'city', 'exchange'] }).notNull(),
    isTrial: boolean('is_trial').notNull().default(false),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => {
    const isOfThisWorld = sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial()`;
    const isOwn = sql`${isOfThisWorld} and ${table.origin} = 'city' and ${table.cityId} = any((select saling_cities())::uuid[])`;
    return [
      unique('city_tie_key').on(table.key),
      index('city_tie_city').on(table.cityId),
      index('city_tie_other').on(table.otherCityId),
      check('city_tie_two_cities', sql`${table.cityId} <> ${table.otherCityId}`),
      pgPolicy('city_tie_read', {
        for: 'select',
        to: salingApp,
        using: sql`saling_actor() = 'job' or (saling_actor() is not null and ${table.origin} = 'compiled') or (${isOfThisWorld} and (${table.cityId} = any((select saling_cities())::uuid[]) or ${table.otherCityId} = any((select saling_cities())::uuid[])))`,
      }),
      pgPolicy('city_tie_own', { to: salingApp, using: isOwn, withCheck: isOwn }),
      ...jobWritePolicies('city_tie'),
    ];
  },
);
