import { z } from 'zod';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { withActor } from '#lib/core/transaction.ts';
import { ownCityId } from '#lib/drafts/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import type { Correction, OwnCorrection } from './contract.ts';
import { mayReadRequests } from './policy.ts';
import { selectOpenCorrections, selectOwnCorrections } from './store.ts';

/** What waits, the oldest first. @throws SalingError `not-found` for anybody but a job and the officers of a secretariat */
export async function listCorrections(context: Context): Promise<Correction[]> {
  const refusal = mayReadRequests(context.actor);
  if (refusal !== null) throw new SalingError(refusal);
  const rows = await withActor(context.actor, selectOpenCorrections);
  return rows.map(({ createdAt, state: _open, cityAnsweredAt: _at, ...row }) => ({
    ...row,
    askedAt: createdAt.toISOString(),
  }));
}

/** What readers ask about records of one's own city, the oldest first. @throws SalingError `not-found` to others */
export const listOwnCorrections = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, { actor }): Promise<OwnCorrection[]> => {
    await ownCityId(tx, actor, citySlug);
    const rows = await selectOwnCorrections(tx);
    return rows.map(
      ({ createdAt, cityAnswer, cityAnsweredAt, email: _email, state: _state, isTrial: _world, ...row }) => ({
        ...row,
        askedAt: createdAt.toISOString(),
        answer: cityAnswer,
        answeredAt: cityAnsweredAt?.toISOString() ?? null,
      }),
    );
  },
});
