import { cityById, findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { maySpeak } from '#lib/drafts/policy.ts';
import { askInput, EXCHANGE_EVENT, MOST_OPEN_REQUESTS } from '#lib/exchanges/contract.ts';
import { answerDueAt } from '#lib/exchanges/rules.ts';
import {
  countOpenRequests,
  insertExchange,
  insertStep,
  lockRequests,
  putStanding,
} from '#lib/exchanges/store.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { findNeedId } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { findPracticeId } from '#lib/practices/queries.ts';

/**
 * One city asks another. Also a pair that is never suggested may.
 * @throws SalingError `not-found` for an unknown or former city, an unknown need or practice, and for who is not of the
 * asking city, `invalid` for asking oneself, `conflict` while the same request waits, `too-many` open requests
 */
export const askExchange = defineCommand({
  name: 'exchange.ask',
  input: askInput,
  load: async (tx, { citySlug, otherSlug, needId, practiceId }) => {
    const askingCityId = await findCityId(tx, citySlug);
    const askedCityId = await findCityId(tx, otherSlug);
    if (askingCityId === undefined || askedCityId === undefined) return null;
    // Nobody can answer for a city that has ceased to be.
    const isFormer = (await cityById(tx, askedCityId))?.formerSince !== null;
    if (isFormer) return null;
    const need = needId === undefined ? null : await findNeedId(tx, needId);
    const practice = practiceId === undefined ? null : await findPracticeId(tx, practiceId);
    if (need === undefined || practice === undefined) return null;
    await lockRequests(tx, askingCityId);
    return { askingCityId, askedCityId, need, practice };
  },
  policy: (actor, found) => (found === null ? 'not-found' : maySpeak(actor, found.askingCityId)),
  apply: async (tx, input, found, { actor, language }) => {
    if (found === null || actor.kind !== 'person') throw notFound();
    const { askingCityId, askedCityId, need, practice } = found;
    if (askingCityId === askedCityId) {
      throw new SalingError('invalid', { errors: [{ pointer: '/otherSlug', code: 'wrong-value' }] });
    }
    const { isTrial } = actor;
    if ((await countOpenRequests(tx, askingCityId, isTrial)) >= MOST_OPEN_REQUESTS) {
      throw new SalingError('too-many');
    }
    const now = await databaseNow(tx);
    const id = newId();
    const { size, question, offer, languages, dates } = input;
    await insertExchange(tx, {
      ...{ id, askingCityId, askedCityId, isTrial, size, question, offer, language, languages, dates },
      needId: need,
      practiceId: practice,
      awaits: 'asked',
      waitsSince: now,
      dueAt: answerDueAt(now),
    });
    await insertStep(tx, {
      ...{ id: newId(), exchangeId: id, step: 'ask', side: 'asking' },
      fromState: null,
      toState: 'requested',
    });
    await putStanding(tx, {
      ...{ exchangeId: id, askingCityId, askedCityId, isTrial, size },
      ...{ isOpen: true, askedAt: now, waitsSince: now },
    });
    return {
      outcome: { id },
      subject: { kind: 'exchange', id },
      after: { state: 'requested', size },
      event: {
        stream: `exchange:${id}`,
        type: EXCHANGE_EVENT,
        payload: { id, step: 'ask', side: 'asking', state: 'requested', version: 1, isTrial },
      },
    };
  },
});
