import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { Correction } from './contract.ts';
import { mayReadRequests } from './policy.ts';
import { selectOpenCorrections } from './store.ts';

/** What waits, the oldest first. @throws SalingError `not-found` for anybody but a job and the officers of a secretariat */
export async function listCorrections(context: Context): Promise<Correction[]> {
  const refusal = mayReadRequests(context.actor);
  if (refusal !== null) throw new SalingError(refusal);
  const rows = await withActor(context.actor, selectOpenCorrections);
  return rows.map(({ createdAt, state: _open, ...row }) => ({ ...row, askedAt: createdAt.toISOString() }));
}
