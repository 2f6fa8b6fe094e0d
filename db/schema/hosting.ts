import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgPolicy, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { city } from './cities.ts';
import { jobWritePolicies, salingApp } from './columns.ts';

/**
 * How many exchanges a city hosts in a month, as it says, and how many of these places are taken. A city that says
 * anything of a year has all its months here. The check decides who gets the last place.
 */
export const hostingMonth = pgTable(
  'hosting_month',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    places: integer('places').notNull(),
    taken: integer('taken').notNull().default(0),
  },
  (table) => {
    const isOfThisWorld = sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial()`;
    const isOwn = sql`${isOfThisWorld} and ${table.cityId} = any((select saling_cities())::uuid[])`;
    return [
      primaryKey({ columns: [table.cityId, table.isTrial, table.year, table.month] }),
      check('hosting_month_month', sql`${table.month} between 1 and 12`),
      check('hosting_month_places', sql`${table.taken} between 0 and ${table.places}`),
      pgPolicy('hosting_month_read', {
        for: 'select',
        to: salingApp,
        using: sql`saling_actor() = 'job' or (${isOfThisWorld} and (select saling_is_member()))`,
      }),
      pgPolicy('hosting_month_own', { to: salingApp, using: isOwn, withCheck: isOwn }),
      ...jobWritePolicies('hosting_month'),
    ];
  },
);
