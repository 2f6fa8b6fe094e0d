import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { childEnvironment } from '#lib/platform/env.ts';
import { run } from './run.ts';

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to `nobody`, or, where `nobody`
 * cannot reach the folder, runs it in a user namespace in which root appears as `nobody`.
 */
export type Account = {
  kind: 'self' | 'nobody' | 'namespace';
  prefix: readonly string[];
  identity: { uid?: number; gid?: number };
  /** The owner that files need outside of the namespace; undefined where nothing must change. */
  owner: { uid: number; gid: number } | undefined;
  variables: NodeJS.ProcessEnv;
};

// Another PostgreSQL's settings must not leak into ours.
const variables = childEnvironment({
  PGDATA: undefined,
  PGPORT: undefined,
  PGOPTIONS: undefined,
  LC_ALL: undefined,
  LD_LIBRARY_PATH: undefined,
  TZ: 'UTC',
});

const self: Account = { kind: 'self', prefix: [], identity: {}, owner: undefined, variables };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** This user. PostgreSQL wants an entry in /etc/passwd; a container's bare number has one in a namespace only. */
export async function ordinary(): Promise<Account> {
  try {
    userInfo();
    return self;
  } catch {
    const account = await namespaced();
    return account ? { ...account, owner: undefined } : self;
  }
}

/** The unprivileged account of this system: `nobody`, or the owner that the data already has. */
export function nobody(existingOwner?: { uid: number; gid: number }): Account {
  const owner = existingOwner?.uid ? existingOwner : nobodyIds();
  return { kind: 'nobody', prefix: [], identity: owner, owner, variables };
}

/** Root seen as `nobody` inside a user namespace. Undefined where the system does not allow one. */
export async function namespaced(): Promise<Account | undefined> {
  const { uid, gid } = nobodyIds();
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`];
  const account: Account = { kind: 'namespace', prefix, identity: {}, owner: { uid: 0, gid: 0 }, variables };
  const probe = await run(account, 'true', []);
  return probe.code === 0 ? account : undefined;
}

function nobodyIds(): { uid: number; gid: number } {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('nobody:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    // macOS writes -2, which is the same as 2^32 - 2.
    if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  } catch {
    // A system without the file has the customary number.
  }
  return { uid: 65_534, gid: 65_534 };
}
