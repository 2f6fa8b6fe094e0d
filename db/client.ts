import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Sql = postgres.Sql;
export type Database = { db: Db; sql: Sql; close: () => Promise<void> };

/** The role that the application acts as. It owns nothing, so row policies bind it. */
export const APP_ROLE = 'saling_app';

/**
 * Opens a pool. `role` is set as a start-up parameter of every connection, so one URL serves the owner
 * (migrations, jobs) and the application. Connections open on first use. @throws nothing until then.
 */
export function openDatabase(options: { url: string; role?: string; max?: number }): Database {
  const sql = postgres(options.url, {
    max: options.max ?? 10,
    idle_timeout: 30,
    connect_timeout: 10,
    max_lifetime: 60 * 30,
    prepare: true,
    onnotice: () => undefined,
    connection: {
      application_name: 'saling',
      ...(options.role === undefined ? {} : { role: options.role }),
    },
  });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}
