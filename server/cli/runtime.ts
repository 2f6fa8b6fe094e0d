import { resolve } from 'node:path';
import { migrate } from '#db/migrate.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { env } from '#lib/platform/env.ts';
import { openForUse, type RunningDatabase } from '#server/startup/database.ts';
import { checkSearch } from '#server/startup/search.ts';
import { ensureSecret } from '#server/startup/secret.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker, type Worker } from '#server/workers/worker.ts';

export type Runtime = {
  /** A file that the person named, seen from where she stands. */
  path(name: string): string;
  /** Runs `work` with the database: the one that a server already uses, or one started for this and stopped after. */
  withDatabase<Result>(work: (database: RunningDatabase) => Promise<Result>): Promise<Result>;
  /** Runs queued jobs beside `work`; several workers at once share them. */
  withWorker<Result>(database: RunningDatabase, work: (worker: Worker) => Promise<Result>): Promise<Result>;
};

export function createRuntime(callerFolder: string): Runtime {
  const withDatabase: Runtime['withDatabase'] = async (work) => {
    const settings = env();
    await checkSearch(settings);
    const database = await openForUse(settings, 'tool');
    const undo = stopOnSignal(database);
    try {
      setDatabaseUrl(database.url);
      await migrate(database.url);
      await ensureSecret(settings);
      return await work(database);
    } finally {
      undo();
      await closeDatabase();
      await database.stop();
    }
  };
  return {
    path: (name) => resolve(callerFolder, name),
    withDatabase,
    withWorker: async (database, work) => {
      const isAlone = database.isEmbedded && !database.wasRunning;
      const worker = await startWorker(database.url, reactions, { isAlone });
      try {
        return await work(worker);
      } finally {
        await worker.stop();
      }
    },
  };
}

/** Ctrl-C in a command leaves no database running behind it. */
function stopOnSignal(database: RunningDatabase): () => void {
  const onSignal = () => {
    void database.stop().finally(() => process.exit(130));
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal);
  return () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
  };
}
