import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { stopSite } from './site-process.ts';
import { MIGRATED, templateUrl } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    run: { folder: string; adminUrl: string };
  }
}

type Run = { folder: string; adminUrl: string; users: number; stop: () => Promise<void> };

// Every project loads its own copy of this file; they share one run.
const KEY = Symbol.for('saling.test-run');
const shared = globalThis as typeof globalThis & { [KEY]?: Promise<Run> };

/** One PostgreSQL for the whole run, without flushing, with a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[KEY] ??= startRun();
  const run = await shared[KEY];
  run.users += 1;
  project.provide('run', { folder: run.folder, adminUrl: run.adminUrl });
  return async () => {
    run.users -= 1;
    if (run.users === 0) await run.stop();
  };
}

async function startRun(): Promise<Run> {
  // Not below a private home folder: PostgreSQL may have to run as another user.
  const folder = mkdtempSync(join(tmpdir(), 'saling-test-'));
  const database = await startEmbedded({
    folder: join(folder, 'database'),
    purpose: 'tool',
    isDurable: false,
    database: MIGRATED,
  });
  const adminUrl = templateUrl(database.url, 'postgres');
  await migrate(database.url);
  const stop = async () => {
    await stopSite(folder);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, adminUrl, users: 0, stop };
}
