import { sql } from 'drizzle-orm';
import { readAlone, readTransaction, type Tx } from '#db/client.ts';
import type { Actor } from './actor.ts';
import { appDatabase, visitorDatabase } from './database.ts';
import { translateDatabaseError } from './database-errors.ts';
import { settingsOf } from './settings.ts';

export type { Tx } from '#db/client.ts';

/**
 * Runs `work` in one transaction in which row policies know the actor. The settings end with the transaction.
 * What a visitor reads needs none: it runs on connections that are a visitor's for good.
 * @throws SalingError; the driver's errors are translated, `unavailable` when the database cannot be reached.
 */
export async function withActor<Result>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  mode: 'read only' | 'read write' = 'read only',
): Promise<Result> {
  try {
    if (actor.kind === 'visitor' && mode === 'read only') return await readAlone(visitorDatabase().sql, work);
    const settings = settingsOf(actor);
    const { db, sql: driver } = appDatabase();
    if (mode === 'read only') return await readTransaction(driver, settings, work);
    return await db.transaction(
      async (tx) => {
        const pairs = JSON.stringify(settings);
        await tx.execute(sql`select set_config(key, value, true) from json_each_text(${pairs}::text::json)`);
        return await work(tx);
      },
      { accessMode: mode },
    );
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
