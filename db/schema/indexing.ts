import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, referencePolicies } from './columns.ts';

/** Records whose search document is behind; emptied once the engine has confirmed the newer one. */
export const indexStale = pgTable(
  'index_stale',
  {
    kind: text('kind', { enum: ['practice', 'need', 'city', 'topic'] }).notNull(),
    recordId: uuid('record_id').notNull(),
    markedAt: instant('marked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.recordId] }), ...referencePolicies('index_stale')],
);
