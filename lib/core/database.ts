import { APP_ROLE, type Database, openDatabase } from '#db/client.ts';
import { env } from '#lib/platform/env.ts';
import type { Actor } from './actor.ts';
import { SalingError } from './errors.ts';
import { settingsOf } from './settings.ts';

type Pools = { app: Database; visitors: Database; jobs: Database };
type Holder = { url?: string; open?: Pools };

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
  return pools().app;
}

/** A pool of connections on which row policies know a visitor, whatever happens, and that can only read. */
export function visitorDatabase(): Database {
  return pools().visitors;
}

/** The same for what the site itself reads: whose a session is, what a link is worth, which mail is due. */
export function jobDatabase(): Database {
  return pools().jobs;
}

function pools(): Pools {
  const url = databaseUrl();
  if (local.open === undefined || local.url !== url) {
    void closePools(local.open);
    local.url = url;
    const readers = (actor: Actor) =>
      openDatabase({
        url,
        role: APP_ROLE,
        max: 10,
        settings: { ...settingsOf(actor), default_transaction_read_only: 'on' },
      });
    local.open = {
      app: openDatabase({ url, role: APP_ROLE, max: 10 }),
      visitors: readers({ kind: 'visitor', isOnTrialCopy: false }),
      jobs: readers({ kind: 'job', name: 'reading' }),
    };
  }
  return local.open;
}

export async function closeDatabase(): Promise<void> {
  const { open } = local;
  delete local.open;
  await closePools(open);
}

async function closePools(open: Pools | undefined): Promise<void> {
  await Promise.all([open?.app.close(), open?.visitors.close(), open?.jobs.close()]);
}
