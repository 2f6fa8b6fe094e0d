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
 * (migrations, jobs) and the application; so are `settings`. Connections open on first use. @throws nothing until then.
 */
export function openDatabase(options: {
  url: string;
  role?: string;
  max?: number;
  settings?: Readonly<Record<string, string>>;
}): Database {
  const sql = postgres(options.url, {
    max: options.max ?? 10,
    idle_timeout: 30,
    connect_timeout: 10,
    // The driver's own pauses grow to twenty seconds, and a reader would wait as long to hear that it is away.
    backoff: () => 0.1,
    max_lifetime: 60 * 30,
    prepare: true,
    onnotice: () => undefined,
    connection: {
      application_name: 'saling',
      ...(options.role === undefined ? {} : { role: options.role }),
      ...options.settings,
    },
  });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Runs `work` in a transaction. `settings` (local to it) are sent with the first statement of `work`
 * instead of being waited for; when one of them is refused, the transaction fails.
 */
export function runTransaction<Result>(
  sql: Sql,
  mode: 'read only' | 'read write',
  settings: Readonly<Record<string, string>>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const pairs = JSON.stringify(settings);
  const most = mode === 'read only' ? Number.POSITIVE_INFINITY : MOST_VALUES;
  const begin = (run: (client: postgres.TransactionSql) => Promise<Result>) =>
    sql.begin(mode, (client) => {
      client`select set_config(key, value, true) from json_each_text(${pairs}::text::json)`.execute();
      return run(preparing(client, most));
    });
  return drizzle(beginningWith(sql, begin)).transaction(work);
}

/**
 * Runs `work` on a pool whose connections can only read and whose settings never change: each statement by itself,
 * so that none waits for the beginning or the end of a transaction. As in a transaction of PostgreSQL's usual kind,
 * a statement sees what was there when it began.
 */
export function readAlone<Result>(sql: Sql, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = preparing(sql);
  const begin = (run: (client: Sql) => Promise<Result>) => run(client);
  return drizzle(beginningWith(sql, begin)).transaction(work);
}

function beginningWith(sql: Sql, begin: object): Sql {
  return new Proxy(sql, {
    get: (target, name) => (name === 'begin' ? begin : Reflect.get(target, name)),
  });
}

/** Of many rows written at once each number of them is a statement of its own: not worth keeping. */
const MOST_VALUES = 60;

/** Drizzle prepares nothing by itself: the driver then asks the server twice for each statement, one by one. */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
  most = Number.POSITIVE_INFINITY,
): Client {
  const unsafe: Client['unsafe'] = (text, values = []) =>
    client.unsafe(text, values, { prepare: values.length <= most });
  return new Proxy(client, {
    get: (target, name) => (name === 'unsafe' ? unsafe : Reflect.get(target, name)),
  });
}
