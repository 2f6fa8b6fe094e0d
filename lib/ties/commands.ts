import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { maySpeak } from '#lib/drafts/policy.ts';
import { newId } from '#lib/platform/ids.ts';
import { addTieInput, importTieInput, setTieInput } from './contract.ts';
import { insertPastExchange, insertTie, lockTie, lockTieByKey, updateTie } from './store.ts';

/** Brings one compiled tie to what the data file says. */
export const importTie = defineCommand({
  name: 'tie.import',
  input: importTieInput,
  load: async (tx, { key, citySlug, otherSlug }) => ({
    before: await lockTieByKey(tx, key),
    cityId: await findCityId(tx, citySlug),
    otherCityId: await findCityId(tx, otherSlug),
  }),
  policy: onlyJobs,
  apply: async (tx, { key, kind, subject, year, sourceUrl }, { before, cityId, otherCityId }) => {
    if (cityId === undefined || otherCityId === undefined) throw notFound();
    const row = { cityId, otherCityId, kind, subject, year, sourceUrl };
    const isSame =
      before !== null &&
      (Object.keys(row) as (keyof typeof row)[]).every((name) => before[name] === row[name]);
    if (isSame) return { outcome: { changed: false }, subject: null };
    const id = before?.id ?? newId();
    if (before === null) await insertTie(tx, { ...row, id, key, origin: 'compiled' });
    else await updateTie(tx, id, row);
    return { outcome: { changed: true }, subject: { kind: 'tie', id }, after: { key } };
  },
});

/**
 * A city says that it has a tie to another one.
 * @throws SalingError `not-found` for an unknown city and who is not of the own one, `invalid` for a tie to itself
 */
export const addTie = defineCommand({
  name: 'tie.add',
  input: addTieInput,
  load: async (tx, { citySlug, otherSlug }) => ({
    cityId: await findCityId(tx, citySlug),
    otherCityId: await findCityId(tx, otherSlug),
  }),
  policy: (actor, { cityId }) => maySpeak(actor, cityId),
  apply: async (tx, input, { cityId, otherCityId }, { actor, language }) => {
    if (cityId === undefined || actor.kind !== 'person') throw notFound();
    if (otherCityId === undefined || otherCityId === cityId) {
      throw new SalingError('invalid', { errors: [{ pointer: '/otherSlug', code: 'wrong-value' }] });
    }
    const id = newId();
    const { kind, subject, year = null, sourceUrl = null, state } = input;
    await insertTie(tx, {
      ...{ id, key: id, cityId, otherCityId, kind, subject, language, year, sourceUrl, said: state },
      origin: 'city',
      isTrial: actor.isTrial,
    });
    return { outcome: { id }, subject: { kind: 'tie', id }, after: { kind, state, year } };
  },
});

/** What a city said itself: it lives, it rests, or it is not to be shown any more; each can be said again. */
export const setTie = defineCommand({
  name: 'tie.set',
  input: setTieInput,
  load: (tx, { tieId }) => lockTie(tx, tieId),
  policy: (actor, tie) => (tie?.origin === 'city' ? maySpeak(actor, tie.cityId) : 'not-found'),
  apply: async (tx, { tieId, state }, tie) => {
    await updateTie(tx, tieId, { said: state });
    return {
      outcome: { before: tie?.said ?? null },
      subject: { kind: 'tie', id: tieId },
      before: { state: tie?.said ?? null },
      after: { state },
    };
  },
});

/** For exchanges: one was completed, which the two cities find among their ties from now on. */
export async function notePastExchange(
  tx: Tx,
  given: {
    exchangeId: string;
    askingCityId: string;
    askedCityId: string;
    subject: string;
    language: string;
    completedAt: Date;
    isTrial: boolean;
  },
): Promise<void> {
  await insertPastExchange(tx, {
    id: newId(),
    key: `exchange:${given.exchangeId}`,
    cityId: given.askingCityId,
    otherCityId: given.askedCityId,
    kind: 'exchange',
    subject: given.subject,
    language: given.language,
    year: given.completedAt.getUTCFullYear(),
    origin: 'exchange',
    isTrial: given.isTrial,
  });
}
