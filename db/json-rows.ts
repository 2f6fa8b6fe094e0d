import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

type Columns = [key: string, column: PgColumn][];
const columnsOf = new WeakMap<PgTable, Columns>();

/** A row of a table that a statement returns as JSON (`to_json`), in the shape that Drizzle gives it elsewhere. */
export function rowOf<Table extends PgTable>(
  table: Table,
  json: Readonly<Record<string, unknown>>,
): Table['$inferSelect'] {
  const columns = columnsOf.get(table) ?? Object.entries(getTableColumns(table));
  columnsOf.set(table, columns);
  const row: Record<string, unknown> = {};
  for (const [key, column] of columns) {
    const value = json[column.name];
    row[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value);
  }
  return row;
}
