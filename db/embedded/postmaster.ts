import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedError, useOwnServer } from './errors.ts';
import type { Place } from './place.ts';
import { canBePostmaster, isAlive, poll } from './process.ts';
import { run } from './run.ts';

export type Postmaster = { pid: number; port: number; isReady: boolean };

const LOG_LIMIT = 5_000_000;
const RECOVERY_LIMIT = 180_000;

/** A postmaster that has made its pid file writes it at once; one that is empty for longer was left by a crash. */
const EMPTY_LIMIT = 10_000;

/** The postmaster that the cluster's pid file names, if it lives. A file left by a dead one is removed. */
export function findPostmaster(place: Pick<Place, 'cluster'>): Postmaster | undefined {
  const named = namedPostmaster(place);
  if (named === undefined) return undefined;
  if (named !== 'empty' && canBePostmaster(named.pid, place.cluster)) return named;
  const isLeft = named !== 'empty' || ageOf(pidFileOf(place)) > EMPTY_LIMIT;
  if (isLeft) rmSync(pidFileOf(place), { force: true });
  return undefined;
}

/** What the pid file says. */
function namedPostmaster(place: Pick<Place, 'cluster'>): Postmaster | 'empty' | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFileOf(place), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return 'empty';
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** Milliseconds since a file was written; 0 where it is gone. */
function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

const pidFileOf = (place: Pick<Place, 'cluster'>): string => join(place.cluster, 'postmaster.pid');

/**
 * Starts a postmaster and waits until it answers. Undefined when another start was first, or the port was
 * taken in the meantime: look again.
 * @throws EmbeddedError `start` with PostgreSQL's own words.
 */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  options: { port?: number; isDurable: boolean },
): Promise<Postmaster | undefined> {
  const port = options.port ?? (await freePort());
  if (process.platform === 'win32') return startOnWindows(place, binaries, port, options.isDurable);
  const log = openLog(join(place.folder, 'postgres.log'));
  const from = fstatSync(log).size;
  const [file = '', ...args] = [
    ...place.account.prefix,
    program(binaries, 'postgres'),
    '-D',
    place.cluster,
    ...settings(port, options.isDurable).flatMap((setting) => ['-c', setting]),
  ];
  const child = spawn(file, args, {
    ...place.account.identity,
    // A session of its own: Ctrl-C reaches Node first, and a killed Node leaves the database running.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: place.home,
    env: place.account.variables,
  });
  closeSync(log);
  let isGone = false;
  child.once('exit', () => {
    isGone = true;
  });
  child.once('error', () => {
    isGone = true;
  });
  child.unref();
  const answer = await poll(() => {
    // Only looked at: the file is the child's to replace, and removing it would end the child.
    const found = namedPostmaster(place);
    if (typeof found === 'object' && found.pid === child.pid && found.isReady) return found;
    return isGone ? 'gone' : undefined;
  }, RECOVERY_LIMIT);
  if (typeof answer === 'object') return answer;
  const words = readFileSync(join(place.folder, 'postgres.log')).subarray(from).toString();
  if (/lock file .* already exists|could not bind|Address already in use/i.test(words)) return undefined;
  throw failure(words, place);
}

function failure(words: string, place: Place): EmbeddedError {
  const line = words.split('\n').find((text) => /FATAL|PANIC|error/.test(text)) ?? 'no answer in time';
  const reason = line.replace(/^.*?(?:FATAL|PANIC|error): */, '').trim();
  const log = join(place.folder, 'postgres.log');
  return new EmbeddedError(
    'start',
    `The embedded database did not start (${reason}): see ${log}, or ${useOwnServer}.`,
    words,
  );
}

function settings(port: number, isDurable: boolean): string[] {
  const always = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=64MB',
    'jit=off',
    'max_wal_size=512MB',
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_parallel_workers_per_gather=0',
    'random_page_cost=1.1',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'log_checkpoints=off',
    'logging_collector=off',
    'password_encryption=scram-sha-256',
  ];
  return isDurable
    ? always
    : [...always, 'fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off'];
}

/** PostgreSQL refuses to run as an administrator; pg_ctl gives the rights up first. */
async function startOnWindows(place: Place, binaries: Binaries, port: number, isDurable: boolean) {
  const words = settings(port, isDurable).map((setting) => `-c "${setting}"`);
  const log = join(place.folder, 'postgres.log');
  const args = ['start', '-w', '-D', place.cluster, '-l', log, '-o', words.join(' ')];
  const outcome = await run(place.account, program(binaries, 'pg_ctl'), args);
  if (outcome.code !== 0) throw failure(outcome.stderr, place);
  return findPostmaster(place);
}

/** Ends every session and stops in order ("fast"); after half a minute without writing what can be replayed. */
export async function stopPostmaster(place: Place, binaries: Binaries, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(place.account, program(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', place.cluster]);
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!canBePostmaster(pid, place.cluster)) return;
    process.kill(pid, signal);
    if (await poll(() => (isAlive(pid) ? undefined : true), 30_000)) return;
  }
}

function openLog(path: string): number {
  try {
    if (statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.old`);
  } catch {
    // There is no log yet.
  }
  return openSync(path, 'a', 0o600);
}

/** A port of 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
