import { findCityId } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { type ErrorCode, notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { HOLD_BACK_LIFTED, holdBackInput, liftHoldBackInput } from '#lib/matching/contract.ts';
import {
  type HeldRow,
  type PairOf,
  pairOf,
  putHeld,
  removeHeld,
  selectHeld,
  servesOneOf,
} from '#lib/matching/store/pairs.ts';

type Found = { pair: PairOf; before: HeldRow | null };

async function load(
  tx: Tx,
  { oneSlug, otherSlug }: { oneSlug: string; otherSlug: string },
  { actor }: { actor: Actor },
): Promise<Found | null> {
  if (actor.kind !== 'person' || !isOfficer(actor)) return null;
  const [one, other] = [await findCityId(tx, oneSlug), await findCityId(tx, otherSlug)];
  if (one === undefined || other === undefined) return null;
  if (one === other)
    throw new SalingError('invalid', { errors: [{ pointer: '/otherSlug', code: 'wrong-value' }] });
  const pair = pairOf(one, other);
  return (await servesOneOf(tx, pair)) ? { pair, before: await selectHeld(tx, pair, actor.isTrial) } : null;
}

/** To everybody but officers who serve one of the two there is no such thing. */
const policy = (_actor: Actor, found: Found | null): ErrorCode | null =>
  found === null ? 'not-found' : null;

const subjectOf = ({ cityLow, cityHigh }: PairOf) => ({ kind: 'hold-back', id: `${cityLow} ${cityHigh}` });

/**
 * A pair is never suggested to either side from now on. No event: lists are read through a row policy, so nothing has to
 * be computed or told, and no open page hears of it.
 * @throws SalingError `not-found` to all but officers who serve one of the two, `invalid` for one city twice
 */
export const holdBackPair = defineCommand({
  name: 'hold-back.set',
  input: holdBackInput,
  load,
  policy,
  apply: async (tx, { reason }, found, { actor }) => {
    if (found === null || actor.kind !== 'person') throw notFound();
    const { pair, before } = found;
    await putHeld(tx, { ...pair, reason, isTrial: actor.isTrial });
    return {
      outcome: { isHeld: true },
      subject: subjectOf(pair),
      before: { isHeld: before !== null },
      after: { isHeld: true },
    };
  },
});

/** The pair may be suggested again. What was computed meanwhile is caught up with; the event names no city. */
export const liftHoldBack = defineCommand({
  name: 'hold-back.lift',
  input: liftHoldBackInput,
  load,
  policy: (actor, found) => policy(actor, found) ?? (found?.before == null ? 'not-found' : null),
  apply: async (tx, _input, found, { actor }) => {
    if (found === null || actor.kind !== 'person') throw notFound();
    await removeHeld(tx, found.pair, actor.isTrial);
    return {
      outcome: { isHeld: false },
      subject: subjectOf(found.pair),
      before: { isHeld: true },
      after: { isHeld: false },
      event: { stream: 'matches', type: HOLD_BACK_LIFTED, payload: {} },
    };
  },
});
