import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { GivenRow, ImportNotes, ImportOutcome } from '#lib/transfer/contract.ts';
import { city } from './cities.ts';
import { instant } from './columns.ts';
import { ownPolicies } from './drafts.ts';

/**
 * A file with records of a city between the look at what it would do and the doing. Its rows go once it is done;
 * what is left over goes after a week.
 */
export const profileImport = pgTable(
  'profile_import',
  {
    id: uuid('id').primaryKey(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    isTrial: boolean('is_trial').notNull().default(false),
    state: text('state', { enum: ['checked', 'done'] })
      .notNull()
      .default('checked'),
    rows: jsonb('rows').$type<GivenRow[]>().notNull(),
    notes: jsonb('notes').$type<ImportNotes>().notNull(),
    /** What stood there when the file came, by row: tells what others have changed since. */
    seen: jsonb('seen').$type<Record<string, string>>().notNull(),
    outcome: jsonb('outcome').$type<ImportOutcome>(),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [index('profile_import_city').on(table.cityId), ...ownPolicies('profile_import', table)],
);
