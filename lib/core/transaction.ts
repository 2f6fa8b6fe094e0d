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
  const settings = settingsOf(actor);
  const { db, sql: driver } = appDatabase();
  try {
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

/** What row policies read. Every one is set each time: a pooled connection must not keep another's. */
function settingsOf(actor: Actor): Record<string, string> {
  const isPerson = actor.kind === 'person';
  const isLink = actor.kind === 'link';
  return {
    'saling.actor_kind': actor.kind,
    'saling.is_trial': isPerson && actor.isTrial ? 'on' : 'off',
    'saling.person_id': isPerson || isLink ? (actor.personId ?? '') : '',
    'saling.link_purpose': isLink ? actor.purpose : '',
    'saling.link_subject': isLink ? actor.subject : '',
  };
}
