import postgres from 'postgres';
import { OWNER } from './cluster.ts';
import { EmbeddedError } from './errors.ts';
import { isAlive, poll } from './process.ts';

// Session locks: they end with the connection, so a killed process never leaves one behind.
const SPACE = 0x53_41_4c;
const SERVES = 1;
const USES = 2;

export type Guard = {
  /** Gives up the use. True when nobody else uses the database: then nobody can begin to, either. */
  isLast(): Promise<boolean>;
  close(): Promise<void>;
};

export function ownerUrl(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether a database on that port takes our password and keeps its files in `cluster`. */
export async function servesCluster(port: number, password: string, cluster: string): Promise<boolean> {
  const sql = postgres(ownerUrl(port, password, 'postgres'), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder === cluster;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Marks this process as one that uses the database, and, as 'server', as the one that serves it.
 * @throws EmbeddedError `in-use` where another server does; its number is in the message.
 */
export async function openGuard(url: string, purpose: 'server' | 'tool', onLost: () => void): Promise<Guard> {
  let isClosing = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    backoff: false,
    onnotice: () => undefined,
    connection: { application_name: `saling-${purpose}-${process.pid}` },
    onclose: () => {
      if (!isClosing) onLost();
    },
  });
  const close = async () => {
    isClosing = true;
    await sql.end({ timeout: 1 });
  };
  try {
    await sql`select pg_advisory_lock_shared(${SPACE}, ${USES})`;
    if (purpose === 'server') await claim(sql);
  } catch (error) {
    await close();
    throw error;
  }
  return { isLast: () => isLast(sql), close };
}

async function claim(sql: postgres.Sql): Promise<void> {
  let holder = 0;
  // The lock of a server that was just killed may live on for a moment.
  const isOurs = await poll(async () => {
    const [row] = await sql<{ ok: boolean }[]>`select pg_try_advisory_lock(${SPACE}, ${SERVES}) as ok`;
    if (row?.ok) return true;
    holder = await holderOf(sql);
    return holder && isAlive(holder) ? false : undefined;
  }, 5000);
  if (isOurs) return;
  throw new EmbeddedError(
    'in-use',
    `Saling already runs on this data folder (process ${holder}): stop it first, or set SALING_DATA_DIR to another folder.`,
  );
}

async function holderOf(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ name: string }[]>`
    select activity.application_name as name
    from pg_locks lock join pg_stat_activity activity on activity.pid = lock.pid
    where lock.locktype = 'advisory' and lock.classid = ${SPACE} and lock.objid = ${SERVES} and lock.granted`;
  return Number(/^saling-server-(\d+)$/.exec(row?.name ?? '')?.[1] ?? 0);
}

async function isLast(sql: postgres.Sql): Promise<boolean> {
  await sql`select pg_advisory_unlock_shared(${SPACE}, ${USES})`;
  const [row] = await sql<{ ok: boolean }[]>`select pg_try_advisory_lock(${SPACE}, ${USES}) as ok`;
  return row?.ok ?? false;
}
