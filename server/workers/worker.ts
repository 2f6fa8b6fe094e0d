import { type Runner, run } from 'graphile-worker';
import postgres from 'postgres';
import { type Reaction, runReactions } from '#lib/core/events.ts';
import { deliverNotice } from '#lib/notices/commands/deliver.ts';
import { openMailServer } from '#lib/notices/gateway.ts';
import { env } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import { sweepProfiles } from '#lib/profile/commands/remind.ts';
import { keepHouse } from './housekeeping.ts';
import { runSweeps } from './sweeps.ts';
import { workerLogger } from './worker-logger.ts';

export type Worker = {
  /** Waits until no job is due. @param signal ends the wait early. */
  drain(signal?: AbortSignal, onProgress?: (left: number) => void): Promise<void>;
  stop(): Promise<void>;
};

const log = logger('worker');

// A computer that slept at that hour does the day's work when it wakes.
const CRONTAB = ['* * * * * sweep', '7 * * * * profiles', '17 18 * * * housekeeping ?fill=1d'].join('\n');

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
  const { smtpUrl } = env();
  const mails = smtpUrl === undefined ? undefined : openMailServer(smtpUrl);
  let isStopping = false;
  const runner: Runner = await run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    crontab: CRONTAB,
    logger: workerLogger(log, () => isStopping),
    taskList: {
      event: async (payload) => {
        await runReactions(reactions, idIn(payload, 'eventId'));
      },
      notice: async (payload) => {
        if (mails !== undefined) await deliverNotice(idIn(payload, 'noticeId'), mails.send);
      },
      sweep: runSweeps,
      profiles: sweepProfiles,
      housekeeping: keepHouse,
    },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the worker ended'));
  return {
    drain: (signal, onProgress) => drain(url, signal, onProgress),
    stop: async () => {
      isStopping = true;
      await runner.stop();
      mails?.close();
    },
  };
}

function idIn(payload: unknown, name: string): string {
  if (typeof payload === 'object' && payload !== null) {
    const id = Object.entries(payload).find(([key]) => key === name)?.[1];
    if (typeof id === 'string') return id;
  }
  throw new Error(`a job must name its ${name}`);
}

async function drain(url: string, signal?: AbortSignal, onProgress?: (left: number) => void): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    for (;;) {
      signal?.throwIfAborted();
      // Jobs that wait for their time or for their next try are not waited for.
      const [row] = await sql<{ left: number }[]>`
        select count(*)::int as left from graphile_worker.jobs 
        where (attempts = 0 and run_at <= now()) or locked_at is not null`;
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
