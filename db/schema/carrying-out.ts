import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { PAPERS, type PaperInput } from '#lib/carrying-out/contract.ts';
import { SIDES } from '#lib/exchanges/contract.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, salingApp } from './columns.ts';
import { ofExchange, partPolicies } from './exchanges.ts';

/** Programme, recommendations, action plan; each version as it was written. */
export const exchangePaper = pgTable(
  'exchange_paper',
  {
    ...ofExchange(),
    kind: text('kind', { enum: PAPERS }).notNull(),
    version: integer('version').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    items: jsonb('items').$type<PaperInput['items']>().notNull(),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    primaryKey({ columns: [table.exchangeId, table.kind, table.version] }),
    ...partPolicies('exchange_paper', table.exchangeId),
  ],
);

/** A dated step at home. Both cities see it, its own keeps it. */
export const exchangeClearance = pgTable(
  'exchange_clearance',
  {
    id: uuid('id').primaryKey(),
    ...ofExchange(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    side: text('side', { enum: SIDES }).notNull(),
    what: text('what').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    doneAt: instant('done_at'),
  },
  (table) => {
    const isSeen = sql`exists (select 1 from exchange where exchange.id = ${table.exchangeId})`;
    const isOwn = sql`saling_actor() = 'person' and ${table.cityId} = any((select saling_cities())::uuid[]) and ${isSeen}`;
    return [
      index('exchange_clearance_exchange').on(table.exchangeId),
      pgPolicy('exchange_clearance_read', { for: 'select', to: salingApp, using: isSeen }),
      pgPolicy('exchange_clearance_own', { to: salingApp, using: isOwn, withCheck: isOwn }),
      ...jobWritePolicies('exchange_clearance'),
    ];
  },
);
