import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { newId } from '#lib/platform/ids.ts';
import { begin, endAll, ended, linesOf, newFolder, runToEnd, untilReady } from './start-process.ts';

const folder = newFolder();
const SALING_DATA_DIR = join(folder.path, 'data');
const settings = { SALING_DATA_DIR };
afterEach(endAll);
afterAll(folder.remove);

const pidFile = join(SALING_DATA_DIR, 'postgres', 'postmaster.pid');
const postmaster = (): { pid: number; port: number } => {
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
};
const ownerUrl = (): string => {
  const password = readFileSync(join(SALING_DATA_DIR, 'password'), 'utf8').trim();
  return `postgres://saling:${password}@127.0.0.1:${postmaster().port}/saling`;
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function askOne(message: string): Promise<void> {
  setDatabaseUrl(ownerUrl());
  const actor = { kind: 'visitor' as const, isOnTrialCopy: false };
  await askCorrection({ actor, language: 'en', requestId: 'fault' }, newId(), {
    recordKind: 'city',
    recordKey: 'bandung',
    wish: 'correction',
    message,
  });
  await closeDatabase();
}

async function kept(): Promise<string[]> {
  const sql = postgres(ownerUrl(), { max: 1 });
  const rows = await sql<{ message: string }[]>`select message from correction order by id`;
  await sql.end();
  return rows.map((row) => row.message);
}

async function untilHealth(url: string, status: number): Promise<Response> {
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${url}/api/health`);
    if (answer.status === status) return answer;
    if (Date.now() > until) throw new Error(`health is ${answer.status}, not ${status}`);
    await sleep(100);
  }
}

describe('what was acknowledged survives', () => {
  it('a server that is killed, with its database left behind, which the next start takes over', async () => {
    const first = begin({ settings });
    await untilReady(first);
    await askOne('before the kill');
    first.child.kill('SIGKILL');
    await ended(first.child);
    expect(isAlive(postmaster().pid)).toBe(true);
    const { pid } = postmaster();
    const second = begin({ settings });
    const url = await untilReady(second);
    expect(postmaster().pid).toBe(pid);
    expect(await kept()).toEqual(['before the kill']);
    expect((await fetch(`${url}/cities/bandung`)).status).toBe(200);
    second.child.kill('SIGKILL');
    await ended(second.child);
  });

  it('a database that is killed while nobody looks after it', async () => {
    process.kill(postmaster().pid, 'SIGKILL');
    await sleep(500);
    expect(existsSync(pidFile)).toBe(true);
    const server = begin({ settings });
    await untilReady(server);
    expect(await kept()).toEqual(['before the kill']);
    server.child.kill('SIGTERM');
    expect(await ended(server.child)).toBe(0);
  });

  it('a database that is killed under a running server, which says so and gets it back', async () => {
    const server = begin({ settings });
    const url = await untilReady(server);
    await askOne('before the database fell');
    process.kill(postmaster().pid, 'SIGKILL');
    const down = await untilHealth(url, 503);
    expect(await down.json()).toMatchObject({ status: 'unavailable', database: { ok: false } });
    await untilHealth(url, 200);
    expect(await kept()).toContain('before the database fell');
    server.child.kill('SIGTERM');
    expect(await ended(server.child)).toBe(0);
  });
});

describe('an end in order', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves nothing running and says nothing wrong',
    async (signal) => {
      const server = begin({ settings });
      await untilReady(server);
      const { pid } = postmaster();
      server.child.kill(signal);
      expect(await ended(server.child)).toBe(0);
      expect(isAlive(pid)).toBe(false);
      expect(existsSync(pidFile)).toBe(false);
      expect(server.output()).not.toMatch(/error/i);
    },
  );
});

it('a second server on the same data is refused in one line', async () => {
  const first = begin({ settings });
  await untilReady(first);
  const second = await runToEnd({ settings });
  expect(second.code).toBe(1);
  expect(linesOf(second.output)).toHaveLength(1);
  first.child.kill('SIGTERM');
  await ended(first.child);
});

it('the second start takes at most ten seconds', async () => {
  const started = performance.now();
  const server = begin({ settings });
  await untilReady(server);
  const seconds = (performance.now() - started) / 1000;
  server.child.kill('SIGTERM');
  await ended(server.child);
  expect(seconds).toBeLessThan(10);
});

it('the command line works while the server runs, and when it does not', async () => {
  const command = () =>
    execFileSync(process.execPath, ['server/saling.mjs', 'corrections', '--json'], {
      env: { ...process.env, ...settings },
      encoding: 'utf8',
    });
  expect(JSON.parse(command())).toHaveLength(2);
  const server = begin({ settings });
  await untilReady(server);
  expect(JSON.parse(command())).toHaveLength(2);
  server.child.kill('SIGTERM');
  await ended(server.child);
});
