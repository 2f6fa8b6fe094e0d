import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { slugField } from '#lib/platform/fields.ts';
import { PROFILE_CONFIRMED } from '#lib/profile/contract.ts';
import { mayConfirm } from '#lib/profile/policy.ts';
import { confirmStatements, deleteRound, lockProfile, selectRound } from '#lib/profile/store.ts';

/**
 * Says that all that the city says itself is still right, in one go: in a session, or by the link of a mail. What
 * was compiled is not among it: that is claimed record by record.
 */
export const confirmProfile = defineCommand({
  name: 'profile.confirm',
  input: z.object({ citySlug: slugField }),
  load: async (tx, { citySlug }, { actor }) => {
    const cityId = await findCityId(tx, citySlug);
    if (cityId === undefined) return null;
    await lockProfile(tx, cityId);
    const isTrial = actor.kind === 'person' && actor.isTrial;
    const round = isTrial ? null : await selectRound(tx, cityId);
    const holders = await officeHolders(tx, cityId, isTrial);
    return { cityId, isTrial, round, roundId: round?.id ?? null, holders };
  },
  policy: mayConfirm,
  apply: async (tx, { citySlug: key }, profile) => {
    if (profile === null) throw notFound();
    const { cityId, isTrial, round } = profile;
    const done = await confirmStatements(tx, cityId, isTrial);
    if (round !== null) await deleteRound(tx, cityId);
    const count = done.cities + done.needs + done.practices;
    if (count === 0 && round === null) return { outcome: { count }, subject: null };
    return {
      outcome: { count },
      subject: { kind: 'city', id: cityId },
      before: { isAsked: round !== null, isFaded: round?.fadedAt !== null && round !== null },
      after: { ...done, isTrial },
      event: {
        stream: `profile:${cityId}`,
        type: PROFILE_CONFIRMED,
        payload: { id: cityId, key, cityId, isTrial },
      },
    };
  },
});
