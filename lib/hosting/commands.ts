import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { maySpeak } from '#lib/drafts/policy.ts';
import { sayHostingInput } from './contract.ts';
import { lockHosting, putHosting, removeHosting, selectPresentMonth } from './store.ts';

/**
 * A city says how many exchanges it can host in each month of this year, or that it does not say.
 * @throws SalingError `not-found` and `not-allowed` as for all that speaks for a city, `conflict` with the reason
 * `places-taken` for fewer places than accepted exchanges hold
 */
export const sayHosting = defineCommand({
  name: 'hosting.say',
  input: sayHostingInput,
  load: async (tx, { citySlug }, { actor }) => {
    const cityId = await findCityId(tx, citySlug);
    if (cityId === undefined || actor.kind !== 'person') return null;
    const { year } = await selectPresentMonth(tx);
    return { cityId, year, before: await lockHosting(tx, cityId, year, actor.isTrial) };
  },
  policy: (actor, found) => maySpeak(actor, found?.cityId),
  apply: async (tx, { places }, found, { actor }) => {
    if (found === null || actor.kind !== 'person') throw notFound();
    const { cityId, year, before } = found;
    const { isTrial } = actor;
    if (before.some(({ month, taken }) => taken > (places?.[month - 1] ?? 0))) {
      throw new SalingError('conflict', { params: { reason: 'places-taken' } });
    }
    if (places === null) await removeHosting(tx, cityId, year, isTrial);
    else {
      await putHosting(
        tx,
        places.map((count, index) => ({ cityId, isTrial, year, month: index + 1, places: count })),
      );
    }
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    return {
      outcome: { year },
      subject: { kind: 'city', id: cityId },
      before: { places: before.length === 0 ? null : sum(before.map((row) => row.places)) },
      after: { places: places === null ? null : sum(places), year },
    };
  },
});
