import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { maySpeak } from '#lib/drafts/policy.ts';
import { sayRelevanceInput } from '#lib/matching/contract.ts';
import { putNotRelevant, removeNotRelevant } from '#lib/matching/store/pairs.ts';

/**
 * A city does not want another to be suggested to it, or wants it again. It shapes its own list only, and the other
 * city learns nothing of it. @throws SalingError `not-found` for an unknown city and who is not of the own one
 */
export const sayRelevance = defineCommand({
  name: 'match.say-relevance',
  input: sayRelevanceInput,
  load: async (tx, { citySlug, otherSlug }) => ({
    cityId: await findCityId(tx, citySlug),
    otherCityId: await findCityId(tx, otherSlug),
  }),
  policy: (actor, { cityId, otherCityId }) =>
    maySpeak(actor, cityId) ?? (otherCityId === undefined ? 'not-found' : null),
  apply: async (tx, { isRelevant }, { cityId, otherCityId }, { actor }) => {
    if (cityId === undefined || otherCityId === undefined || actor.kind !== 'person') throw notFound();
    const row = { cityId, otherCityId, isTrial: actor.isTrial };
    await (isRelevant ? removeNotRelevant : putNotRelevant)(tx, row);
    // Of whom it was said is in no trail: the trail of a city is read by its secretariat.
    return { outcome: { isRelevant }, subject: { kind: 'match', id: cityId }, after: { isRelevant } };
  },
});
