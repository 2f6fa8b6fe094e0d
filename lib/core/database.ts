import { APP_ROLE, type Database, openDatabase } from '#db/client.ts';
import { env } from '#lib/platform/env.ts';
import { SalingError } from './errors.ts';

type Holder = { url?: string; open?: Database };

// One process holds two copies of this module (Next's bundle and Node's own), so the address lives on globalThis.
const KEY = Symbol.for('saling.database');
const shared = globalThis as typeof globalThis & { [KEY]?: Holder };
const local: Holder = {};

/** Names another database than the settings do, for the whole process. */
export function setDatabaseUrl(url: string): void {
  shared[KEY] = { url };
}

/** The owner's address: for migrations, jobs and LISTEN only. @throws SalingError `unavailable` before it is set. */
export function databaseUrl(): string {
  const url = shared[KEY]?.url ?? env().databaseUrl;
  if (url === undefined) throw new SalingError('unavailable', { params: { part: 'database' } });
  return url;
}

/** The application's pool: acts as a role that owns nothing. */
export function appDatabase(): Database {
  const url = databaseUrl();
  if (local.open === undefined || local.url !== url) {
    void local.open?.close();
    local.url = url;
    local.open = openDatabase({ url, role: APP_ROLE, max: 10 });
  }
  return local.open;
}

export async function closeDatabase(): Promise<void> {
  const { open } = local;
  delete local.open;
  await open?.close();
}
