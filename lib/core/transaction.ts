import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.ts';
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
  try {
    return await appDatabase().db.transaction(
      async (tx) => {
        await tx.execute(
          sql`select set_config('saling.actor_kind', ${actor.kind}, true), set_config('saling.is_trial', ${isTrial ? 'on' : 'off'}, true)`,
        );
        return await work(tx);
      },
      { accessMode: mode },
    );
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
