import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Binaries, findBinaries } from './binaries.ts';
import { ensureCluster, ensurePassword } from './cluster.ts';
import { EmbeddedError, isFileError, systemCode } from './errors.ts';
import { folderError } from './folder.ts';
import { type Guard, openGuard, ownerUrl, servesCluster } from './guard.ts';
import { type Place, preparePlace } from './place.ts';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { poll, sleep } from './process.ts';

export type Options = {
  /** The data folder; made if missing. */
  folder: string;
  /** A server has the folder for itself; tools may use it beside a server and each other. */
  purpose: 'server' | 'tool';
  /** False only in tests: nothing is flushed to disk. */
  isDurable?: boolean;
  database?: string;
  /** Told, in one line, what happened to the database while it was in use. */
  onTrouble?: (line: string) => void;
};

export type EmbeddedDatabase = {
  /** Owner's URL of the database. */
  url: string;
  port: number;
  /** True when a database that was already running was taken over. */
  wasRunning: boolean;
  /** The folder that really holds the files. */
  home: string;
  /** Stops the database in order, unless another process still uses it. */
  stop(): Promise<void>;
};

type Session = { place: Place; binaries: Binaries; password: string; options: Options };
type Held = { postmaster: Postmaster; guard: Guard; wasRunning: boolean };

/**
 * Starts the PostgreSQL that came with the npm packages, or takes over the one that already serves the folder.
 * @throws EmbeddedError, with one line that says what to do.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (error) {
    // A full disk, for example, may show with any file.
    throw isFileError(error) ? folderError(options.folder, systemCode(error), error) : error;
  }
}

async function start(options: Options): Promise<EmbeddedDatabase> {
  const place = await preparePlace(options.folder);
  const binaries = await findBinaries(place.account, place.home);
  const password = ensurePassword(place.folder);
  await ensureCluster(place, binaries, password, options.isDurable ?? true);
  const session: Session = { place, binaries, password, options };
  const name = options.database ?? 'saling';
  let isStopping = false;

  const onLost = () => {
    if (isStopping) return;
    options.onTrouble?.('The database stopped; starting it again.');
    hold(session, held.postmaster.port, onLost).then(
      (next) => {
        held = next;
        options.onTrouble?.('The database runs again.');
      },
      (error) => options.onTrouble?.(error instanceof Error ? error.message : String(error)),
    );
  };
  let held = await hold(session, undefined, onLost);
  await ensureDatabase(ownerUrl(held.postmaster.port, password, 'postgres'), name);
  return {
    url: ownerUrl(held.postmaster.port, password, name),
    port: held.postmaster.port,
    wasRunning: held.wasRunning,
    home: place.home,
    stop: async () => {
      isStopping = true;
      await release(session, held);
    },
  };
}

/** Takes over or starts the postmaster and marks it as used; looks again while others start or stop it. */
async function hold(session: Session, port: number | undefined, onLost: () => void): Promise<Held> {
  const { place, binaries, options, password } = session;
  let last: unknown;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      const running = await adopt(session);
      const isDurable = options.isDurable ?? true;
      const postmaster =
        running ??
        (await startPostmaster(place, binaries, { isDurable, ...(port && attempt < 5 ? { port } : {}) }));
      if (postmaster) {
        const guard = await openGuard(
          ownerUrl(postmaster.port, password, 'postgres'),
          options.purpose,
          onLost,
        );
        return { postmaster, guard, wasRunning: running !== undefined };
      }
    } catch (error) {
      if (error instanceof EmbeddedError || isFileError(error)) throw error;
      last = error;
    }
    await sleep(100);
  }
  throw new EmbeddedError(
    'start',
    `The embedded database in ${place.cluster} does not answer: stop it and start again.`,
    last,
  );
}

/** The postmaster that already serves our folder. @throws where something else answers on its port. */
async function adopt(session: Session): Promise<Postmaster | undefined> {
  const { place, password } = session;
  const found = await poll(() => {
    const postmaster = findPostmaster(place);
    return postmaster && !postmaster.isReady ? undefined : (postmaster ?? 'none');
  }, 60_000);
  if (!found || found === 'none') return undefined;
  if (await servesCluster(found.port, password, place.cluster)) return found;
  throw new EmbeddedError(
    'folder',
    `Another database answers on port ${found.port} for ${place.cluster}: stop process ${found.pid} and start again.`,
  );
}

async function release(session: Session, held: Held): Promise<void> {
  const isLast = await held.guard.isLast().catch(() => true);
  if (isLast) await stopPostmaster(session.place, session.binaries, held.postmaster.pid);
  await held.guard.close();
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  } catch (error) {
    // 42P04, 23505: another process made it at the same time.
    const code = error instanceof postgres.PostgresError ? error.code : '';
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Whether a data folder has been made there; a tool need not start a database that never was. */
export function hasCluster(folder: string): boolean {
  return existsSync(join(folder, 'password'));
}
