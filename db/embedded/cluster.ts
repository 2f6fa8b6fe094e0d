import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedError, systemCode } from './errors.ts';
import { checkRoom } from './folder.ts';
import { handOver, type Place } from './place.ts';
import { isAlive } from './process.ts';
import { type Outcome, run } from './run.ts';

export const OWNER = 'saling';

/** Trigrams see letters outside of ASCII only under a UTF-8 character type; systems name it differently. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The password of the database's owner, made once and kept in a file that only this user can read. */
export function ensurePassword(folder: string): string {
  const path = join(folder, 'password');
  const draft = `${path}.${process.pid}`;
  try {
    if (!existsSync(path)) {
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
      // A link is made whole or not at all, so that two starts at once agree on one password.
      linkSync(draft, path);
    }
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw unreadable(path, error);
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): EmbeddedError {
  const hint = 'start as the user that made the data folder, or set SALING_DATA_DIR to another folder';
  return new EmbeddedError('folder', `Cannot read ${path} (${systemCode(error)}): ${hint}.`, error);
}

/**
 * Makes the cluster where there is none, and checks that an existing one can be used.
 * @throws EmbeddedError `version` for a folder of another major version, `folder` for another user's.
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  isDurable: boolean,
): Promise<void> {
  sweepDrafts(place.home);
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) {
    if (isDurable) checkRoom(place.home);
    await createCluster(place, binaries, password, isDurable);
  }
  const version = readVersion(place);
  if (version !== String(binaries.major)) {
    throw new EmbeddedError(
      'version',
      `The data in ${place.cluster} was made by PostgreSQL ${version}, this copy brings ${binaries.major}: ` +
        'move it away, or set SALING_DATA_DIR to another folder.',
    );
  }
  handOver(place.account, place.cluster);
  const owner = lstatSync(place.cluster).uid;
  const expected = place.account.owner?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) {
    throw new EmbeddedError(
      'folder',
      `The data in ${place.cluster} belongs to another user (number ${owner}): start as that user, or set SALING_DATA_DIR.`,
    );
  }
}

function readVersion(place: Place): string {
  try {
    return readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw unreadable(place.cluster, error);
  }
}

/** Builds beside the final place and renames, so that a start cut off half-way leaves no half a cluster. */
async function createCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  isDurable: boolean,
): Promise<void> {
  const draft = join(place.home, `postgres.new-${process.pid}`);
  const passwordFile = join(place.home, `initdb.new-${process.pid}`);
  let outcome: Outcome = { code: -1, stdout: '', stderr: '' };
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    handOver(place.account, passwordFile);
    for (const characterType of characterTypes) {
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft, { mode: 0o700 });
      handOver(place.account, draft);
      const locale = [
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
      ];
      const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, `--username=${OWNER}`];
      const args = [
        '-D',
        draft,
        '--encoding=UTF8',
        ...locale,
        ...access,
        '--no-instructions',
        ...(isDurable ? [] : ['--no-sync']),
      ];
      outcome = await run(place.account, program(binaries, 'initdb'), args);
      if (outcome.code === 0 || !outcome.stderr.includes('locale')) break;
    }
    if (outcome.code !== 0) throw new EmbeddedError('start', refusal(outcome), outcome.stderr);
    chmodSync(draft, 0o700);
    renameSync(draft, place.cluster);
  } catch (error) {
    // Another start that ran at the same time was first: its cluster is as good as ours.
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(systemCode(error)) || !existsSync(place.cluster))
      throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function refusal(outcome: Outcome): string {
  const line = outcome.stderr.split('\n').find((text) => /error|could not/.test(text)) ?? 'initdb failed';
  const hint = 'set DATABASE_URL to a PostgreSQL server, or SALING_DATA_DIR to another folder';
  return `The embedded database could not be made (${line.replace(/^(initdb|.*error): /, '').trim()}): ${hint}.`;
}

/** Removes what starts that were killed half-way left behind. */
function sweepDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = Number(/^(?:postgres|initdb|native)\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && pid !== process.pid && !isAlive(pid))
      rmSync(join(home, name), { recursive: true, force: true });
  }
}
