import { type Runner, run } from 'graphile-worker';
import postgres from 'postgres';
import { type Reaction, runReactions } from '#lib/core/events.ts';
import { logger } from '#lib/platform/log.ts';
import { workerLogger } from './worker-logger.ts';

export type Worker = {
  /** Waits until no job is due. @param signal ends the wait early. */
  drain(signal?: AbortSignal, onProgress?: (left: number) => void): Promise<void>;
  stop(): Promise<void>;
};

const log = logger('worker');

/**
 * Runs queued events' reactions in this process. Several processes may: each job is taken by one.
 * @param options `isAlone`: no other process works on this database, so every locked job is an abandoned one.
 * @param url the owner's: the application's role may not touch the queue.
 */
export async function startWorker(
  url: string,
  reactions: readonly Reaction[],
  options: { isAlone: boolean },
): Promise<Worker> {
  await freeAbandonedJobs(url, options.isAlone);
  let isStopping = false;
  const runner: Runner = await run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: workerLogger(log, () => isStopping),
    taskList: {
      event: async (payload) => {
        await runReactions(reactions, eventIdOf(payload));
      },
    },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the worker ended'));
  return {
    drain: (signal, onProgress) => drain(url, signal, onProgress),
    stop: () => {
      isStopping = true;
      return runner.stop();
    },
  };
}

function eventIdOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'eventId' in payload) return String(payload.eventId);
  throw new Error('a job of the task "event" must name its event');
}

async function drain(url: string, signal?: AbortSignal, onProgress?: (left: number) => void): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    for (;;) {
      signal?.throwIfAborted();
      // Jobs that failed wait for their next try; a start does not wait with them.
      const [row] = await sql<{ left: number }[]>`
        select count(*)::int as left from graphile_worker.jobs where attempts = 0 or locked_at is not null`;
      const left = row?.left ?? 0;
      onProgress?.(left);
      if (left === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A killed process leaves its jobs locked, for hours by default. Reactions take seconds. */
async function freeAbandonedJobs(url: string, isAlone: boolean): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs
      where locked_by is not null and (${isAlone} or locked_at < now() - interval '15 minutes')`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
