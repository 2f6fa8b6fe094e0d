import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { seed } from '#db/seed/seed.ts';
import { jobContext } from '#lib/core/context.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import { newId } from '#lib/platform/ids.ts';
import { finishDerived } from '#server/startup/derived.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker } from '#server/workers/worker.ts';
import { MIGRATED, SEEDED, templateUrl } from './templates.ts';

export type TestDatabase = {
  /** Owner's URL. */
  url: string;
  /** As the owner: row policies do not bind it. For looking at what was written, not for writing. */
  sql: postgres.Sql;
};

/**
 * A database of its own for this test file, dropped after its last test; the core in this process uses it.
 * Call at the top of the file: `const database = await testDatabase()`.
 * @param options `seeded`: with the sample data, its index and its matches.
 */
export async function testDatabase(options: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const { adminUrl } = inject('run');
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  if (options.seeded === true) await ensureSeeded(admin, adminUrl);
  await admin`create database ${admin(name)} template ${admin(options.seeded === true ? SEEDED : MIGRATED)} strategy file_copy`;
  const url = templateUrl(adminUrl, name);
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  setDatabaseUrl(url);
  afterAll(async () => {
    await closeDatabase();
    await sql.end({ timeout: 1 });
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end({ timeout: 1 });
  });
  return { url, sql };
}

/** Loads the sample data once in a run; the first file that asks does it, the others wait. */
async function ensureSeeded(admin: postgres.Sql, adminUrl: string): Promise<void> {
  await admin`select pg_advisory_lock(41)`;
  try {
    const found = await admin`select 1 from pg_database where datname = ${SEEDED}`;
    if (found.length > 0) return;
    const draft = `${SEEDED}_draft`;
    await admin`drop database if exists ${admin(draft)} with (force)`;
    await admin`create database ${admin(draft)} template ${admin(MIGRATED)} strategy file_copy`;
    const url = templateUrl(adminUrl, draft);
    setDatabaseUrl(url);
    await seed();
    await ensureOrganisations(jobContext('test'), newId(), { hasSamples: true });
    const worker = await startWorker(url, reactions, { isAlone: true });
    await finishDerived(worker);
    // What computing the matches has queued: a copied database would hold its job locked for hours.
    await worker.drain();
    await worker.stop();
    await closeDatabase();
    await admin`alter database ${admin(draft)} rename to ${admin(SEEDED)}`;
  } finally {
    await admin`select pg_advisory_unlock(41)`;
  }
}
