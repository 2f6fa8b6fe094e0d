import { readAlone, runTransaction, type Tx } from '#db/client.ts';
import type { Actor } from './actor.ts';
import { appDatabase, jobDatabase, visitorDatabase } from './database.ts';
import { translateDatabaseError } from './database-errors.ts';
import { settingsOf } from './settings.ts';

export type { Tx } from '#db/client.ts';

/**
 * Runs `work` in one transaction in which row policies know the actor. The settings end with the transaction.
 * What a visitor or a job reads needs none: it runs on connections that are theirs for good and only read.
 * @throws SalingError; the driver's errors are translated, `unavailable` when the database cannot be reached.
 */
export async function withActor<Result>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  mode: 'read only' | 'read write' = 'read only',
): Promise<Result> {
  try {
    if (mode === 'read only') {
      if (actor.kind === 'visitor') return await readAlone(visitorDatabase().sql, work);
      if (actor.kind === 'job') return await readAlone(jobDatabase().sql, work);
    }
    return await runTransaction(appDatabase().sql, mode, settingsOf(actor), work);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
