import { keyedHash } from '#lib/platform/secret.ts';
import type { Context } from './context.ts';
import { SalingError } from './errors.ts';
import { countTurn } from './store.ts';
import type { Tx } from './transaction.ts';

/**
 * Counts one more doing of something from one place. Undone with its transaction, so refusals do not count.
 * Without a sender (jobs, the command line) nothing is counted.
 * @throws SalingError `too-many` with `retryAfter`, seconds until the hour is over
 */
export async function takeTurn(tx: Tx, name: string, context: Context, most: number): Promise<void> {
  if (context.sender === undefined) return;
  const { count, secondsLeft } = await countTurn(tx, keyedHash('turn', name, context.sender));
  if (count > most) throw new SalingError('too-many', { params: { retryAfter: secondsLeft } });
}
