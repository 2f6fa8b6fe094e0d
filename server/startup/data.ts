import { migrate } from '#db/migrate.ts';
import { seed } from '#db/seed/seed.ts';
import { ensureStatistics } from '#db/statistics.ts';
import { jobContext } from '#lib/core/context.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import type { Settings } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker, type Worker } from '#server/workers/worker.ts';
import type { RunningDatabase } from './database.ts';
import { finishDerived } from './derived.ts';
import type { Lifecycle } from './lifecycle.ts';
import { ensureSecret } from './secret.ts';

/**
 * Everything that is kept in a database: schema, sample data, and what is derived from them.
 * @param say told what goes on, one line each.
 */
export async function prepareData(
  settings: Settings,
  database: RunningDatabase,
  lifecycle: Lifecycle,
  say: (line: string) => void,
): Promise<Worker> {
  setDatabaseUrl(database.url);
  lifecycle.onStop('pool', closeDatabase);
  await migrate(database.url);
  lifecycle.signal.throwIfAborted();
  // Before the worker: what is derived is then computed once for all records, not anew for each.
  if (wantsSampleData(settings)) {
    const loaded = await seed({ onProgress: () => lifecycle.signal.throwIfAborted() });
    if (!loaded.isSkipped)
      say(`Loaded the sample data: ${loaded.total} records read, ${loaded.changed} new or changed.`);
  }
  await ensureSecret(settings);
  await ensureOrganisations(jobContext('start'), newId(), { hasSamples: settings.isEmbeddedDatabase });
  const worker = await startWorker(database.url, reactions, { isAlone: database.isEmbedded });
  lifecycle.onStop('worker', () => worker.stop());
  await finishDerived(worker, lifecycle.signal);
  await ensureStatistics(database.url);
  return worker;
}

/** Another server's database gets sample data only when its owner says so by name. */
function wantsSampleData(settings: Settings): boolean {
  return settings.sampleData === 'yes' || (settings.isEmbeddedDatabase && settings.sampleData !== 'no');
}
