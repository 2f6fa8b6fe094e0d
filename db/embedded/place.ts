import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, isRoot, namespaced, nobody, ordinary } from './account.ts';
import { EmbeddedError, useOwnServer } from './errors.ts';
import { makeWritable } from './folder.ts';
import { run } from './run.ts';

/** Where the database's files are, and whom its processes run as. */
export type Place = {
  /** The data folder that was asked for: password, log. */
  folder: string;
  /** The folder that holds the cluster; the same, unless no unprivileged account can enter it. */
  home: string;
  cluster: string;
  account: Account;
};

/**
 * Makes the data folder and finds an account that can use it.
 * @throws EmbeddedError `folder` where it cannot be written.
 */
export async function preparePlace(dataFolder: string): Promise<Place> {
  makeOwn(resolve(dataFolder));
  const folder = realpathSync(dataFolder);
  if (!isRoot())
    return { folder, home: folder, cluster: join(folder, 'postgres'), account: await ordinary() };
  const outside = `/var/lib/saling/${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const candidates = [
    { home: folder, account: nobody(ownerOf(join(folder, 'postgres'))) },
    { home: folder, account: await namespaced() },
    { home: outside, account: nobody() },
  ];
  for (const { home, account } of candidates) {
    if (!account) continue;
    if (home !== folder) makeOwn(home);
    if (await canEnter(account, home)) return { folder, home, cluster: join(home, 'postgres'), account };
  }
  throw new EmbeddedError(
    'folder',
    `PostgreSQL does not run as root and nobody else can enter ${folder}: ` +
      `set SALING_DATA_DIR to a folder outside of it, or ${useOwnServer}.`,
  );
}

/** What the data folder is made with: others may pass through to the database, which root does not run itself. */
function makeOwn(folder: string): void {
  makeWritable(folder, isRoot() ? 0o711 : 0o700);
  if (isRoot() && lstatSync(folder).uid === 0) chmodSync(folder, 0o711);
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  const probe = await run(account, 'sh', ['-c', 'cd "$1"', 'sh', folder]);
  return probe.code === 0;
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = lstatSync(path);
  return { uid, gid };
}

/** Hands a tree to the account that PostgreSQL runs as, where it belongs to someone else. */
export function handOver(account: Account, path: string): void {
  const stat = lstatSync(path);
  if (!account.owner || stat.uid === account.owner.uid) return;
  if (stat.isDirectory()) for (const name of readdirSync(path)) handOver(account, join(path, name));
  chownSync(path, account.owner.uid, account.owner.gid);
}
