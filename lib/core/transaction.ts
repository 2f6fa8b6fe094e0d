import { sql } from 'drizzle-orm';
import { readTransaction, type Tx } from '#db/client.ts';
import type { Actor } from './actor.ts';
import { appDatabase } from './database.ts';
import { translateDatabaseError } from './database-errors.ts';

export type { Tx } from '#db/client.ts';

/**
 * Runs `work` in one transaction in which row policies know the actor. The settings end with the transaction.
 * @throws SalingError; the driver's errors are translated, `unavailable` when the database cannot be reached.
 */
export async function withActor<Result>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  mode: 'read only' | 'read write' = 'read only',
): Promise<Result> {
  const isTrial = actor.kind === 'visitor' && actor.isOnTrialCopy;
  const settings = { 'saling.actor_kind': actor.kind, 'saling.is_trial': isTrial ? 'on' : 'off' };
  const { db, sql: driver } = appDatabase();
  try {
    if (mode === 'read only') return await readTransaction(driver, settings, work);
    return await db.transaction(
      async (tx) => {
        for (const [name, value] of Object.entries(settings)) {
          await tx.execute(sql`select set_config(${name}, ${value}, true)`);
        }
        return await work(tx);
      },
      { accessMode: mode },
    );
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
