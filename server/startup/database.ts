import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { startEmbedded } from '#db/embedded/embedded.ts';
import type { Settings } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import { StartError } from './start-error.ts';

export type RunningDatabase = {
  /** Owner's URL. */
  url: string;
  /** True when this very start began a database that nobody had started before. */
  isEmbedded: boolean;
  wasRunning: boolean;
  stop(): Promise<void>;
};

const log = logger('database');
const OLDEST = 160_000;
const PATIENCE = 8000;

/**
 * The database to work with: the one of DATABASE_URL, or the embedded one, started or taken over.
 * @throws StartError, EmbeddedError, both with one line that says what to do.
 */
export async function openForUse(settings: Settings, purpose: 'server' | 'tool'): Promise<RunningDatabase> {
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl);
    return { url: settings.databaseUrl, isEmbedded: false, wasRunning: true, stop: async () => undefined };
  }
  const database = await startEmbedded({
    folder: settings.dataFolder,
    purpose,
    onTrouble: (line) => log.warn(line),
  });
  if (database.home !== settings.dataFolder)
    log.debug({ home: database.home }, 'the database keeps its files here');
  return {
    url: database.url,
    isEmbedded: true,
    wasRunning: database.wasRunning,
    stop: () => database.stop(),
  };
}

async function checkServer(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  let version: number;
  try {
    const asked = sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    const [row] = await Promise.race([asked, noAnswer()]);
    version = row?.version ?? 0;
  } catch (error) {
    throw new StartError(`DATABASE_URL: ${explain(error, host, name)}`, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
  if (version < OLDEST) {
    throw new StartError(
      `DATABASE_URL: ${host} runs PostgreSQL ${Math.floor(version / 10_000)}, Saling needs 16 or newer.`,
    );
  }
}

/** What takes a connection but is no PostgreSQL keeps the driver waiting for ever. */
async function noAnswer(): Promise<never> {
  await sleep(PATIENCE, undefined, { ref: false });
  throw new Error('no answer');
}

function explain(error: unknown, host: string, name: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case '28P01':
    case '28000':
      return `${host} refuses this user or password: correct them.`;
    case '3D000':
      return `${host} has no database "${name}": create it first.`;
    default:
      return `no PostgreSQL answers at ${host} (${code || 'no answer'}): start it, or correct the setting.`;
  }
}
