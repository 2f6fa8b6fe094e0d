import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { Correction } from './contract.ts';
import { selectOpenCorrections } from './store.ts';

/** What waits, the oldest first. @throws SalingError `not-found` for anybody but a job */
export async function listCorrections(context: Context): Promise<Correction[]> {
  const refusal = onlyJobs(context.actor);
  if (refusal !== null) throw new SalingError(refusal);
  const rows = await withActor(context.actor, selectOpenCorrections);
  return rows.map(({ createdAt, state: _open, ...row }) => ({ ...row, askedAt: createdAt.toISOString() }));
}
