import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '#lib/platform/log.ts';

/** graphile-worker's lines in our log. Its news of each job are for debugging. */
export function workerLogger(log: Logger, isStopping: () => boolean): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (isStopping()) log.debug(message);
    else if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
