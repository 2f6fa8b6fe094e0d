import { sql } from 'drizzle-orm';
import { boolean, pgPolicy, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';

/**
 * A city that is being asked whether its profile is still right: one row from the first mail until somebody
 * confirms. Each step is taken after the one before has announced it. Real profiles only.
 */
export const profileRound = pgTable(
  'profile_round',
  {
    cityId: uuid('city_id')
      .primaryKey()
      .references(() => city.id, { onDelete: 'cascade' }),
    /** Named by the links of its mails. */
    id: uuid('id').notNull().unique(),
    askedAt: instant('asked_at').notNull(),
    /** From then on what was not confirmed for half a year counts less. */
    fadedAt: instant('faded_at'),
    withdrawalAskedAt: instant('withdrawal_asked_at'),
  },
  (table) => {
    const isOwn = sql`saling_actor() in ('person', 'link') and not saling_is_trial() and ${table.cityId} = any((select saling_cities())::uuid[])`;
    return [
      pgPolicy('profile_round_read', {
        for: 'select',
        to: salingApp,
        using: sql`saling_actor() = 'job' or (${isOwn}) or (saling_actor() = 'person' and saling_serves(${table.cityId}))`,
      }),
      pgPolicy('profile_round_end', { for: 'delete', to: salingApp, using: isOwn }),
      pgPolicy('profile_round_lock', { for: 'update', to: salingApp, using: isOwn }),
      ...jobWritePolicies('profile_round'),
    ];
  },
);

/**
 * A city that a secretariat has asked for news: one row a city, the last time. `id` is named by the keys of its
 * mails, so that asking can be undone before they go out. Desks of the trial copy ask desks.
 */
export const newsAsk = pgTable(
  'news_ask',
  {
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
    id: uuid('id').notNull().unique(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => {
    const isServed = sql`(select saling_is_officer()) and ${table.isTrial} = saling_is_trial() and saling_serves(${table.cityId})`;
    return [
      primaryKey({ columns: [table.cityId, table.isTrial] }),
      pgPolicy('news_ask_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
      pgPolicy('news_ask_officer', { to: salingApp, using: isServed, withCheck: isServed }),
      pgPolicy('news_ask_remove', { for: 'delete', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ];
  },
);
