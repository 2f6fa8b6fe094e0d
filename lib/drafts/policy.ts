import type { Actor, Role } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { appointmentsAt } from '#lib/identity/rules.ts';

/** Who speaks for the city: all of them write, staff does no more than that. */
const SPEAKERS: readonly Role[] = ['head-of-office', 'focal-point', 'deputy'];

export const isSpeaker = (role: Role): boolean => SPEAKERS.includes(role);

/** People in office at a city now, to know whether it has two. */
export type Holder = { personId: string; role: Role };

export function rolesAt(actor: Actor, cityId: string | undefined): readonly Role[] {
  return cityId === undefined ? [] : appointmentsAt(actor, cityId).map((entry) => entry.role);
}

/** Everybody at the city's office writes working copies. To others there are none. */
export function mayWrite(actor: Actor, cityId: string | undefined): ErrorCode | null {
  return rolesAt(actor, cityId).length > 0 ? null : 'not-found';
}

/** Sending, withdrawing, restoring, confirming: staff may not. */
export function maySpeak(actor: Actor, cityId: string | undefined): ErrorCode | null {
  const refusal = mayWrite(actor, cityId);
  if (refusal !== null) return refusal;
  return rolesAt(actor, cityId).some(isSpeaker) ? null : 'not-allowed';
}

/** A focal point and a head of office who are two persons: then one writes and the other publishes. */
export function hasTwoPeople(holders: readonly Holder[]): boolean {
  const heads = holders.filter((holder) => holder.role === 'head-of-office');
  return holders.some(
    (holder) => holder.role === 'focal-point' && heads.some((head) => head.personId !== holder.personId),
  );
}

/**
 * Who publishes: the mayor's office, and never who has sent it there. Where the city has nobody else, she who
 * speaks for it does; that the office agrees, she then has to say.
 */
export function mayPublish(
  actor: Actor,
  cityId: string | undefined,
  facts: { holders: readonly Holder[]; sentBy: string | null },
): ErrorCode | null {
  const refusal = maySpeak(actor, cityId);
  if (refusal !== null || actor.kind !== 'person') return refusal ?? 'not-found';
  if (!hasTwoPeople(facts.holders)) return null;
  const isHead = rolesAt(actor, cityId).includes('head-of-office');
  return isHead && facts.sentBy !== actor.personId ? null : 'not-allowed';
}

/** Staff may delete only what she wrote last herself. */
export function mayDiscard(
  actor: Actor,
  cityId: string | undefined,
  writtenBy: string | null,
): ErrorCode | null {
  const isOwn = actor.kind === 'person' && actor.personId === writtenBy;
  return isOwn ? mayWrite(actor, cityId) : maySpeak(actor, cityId);
}

/** A real record stays what its source says where somebody tries the product, and the other way round. */
export function isOfOtherWorld(actor: Actor, record: { isTrial: boolean }): boolean {
  return actor.kind === 'person' && actor.isTrial !== record.isTrial;
}

/** What was compiled, for a desk of the trial copy: what the desk says of it is laid over it. */
export function isLaidOver(actor: Actor, record: { isTrial: boolean; origin: 'compiled' | 'city' }): boolean {
  return actor.kind === 'person' && actor.isTrial && !record.isTrial && record.origin === 'compiled';
}

/** Whether there is nothing at all that the actor may say to a record of the city: another world's own words. */
export function isOutOfReach(
  actor: Actor,
  record: { isTrial: boolean; origin: 'compiled' | 'city' },
): boolean {
  return isOfOtherWorld(actor, record) && !isLaidOver(actor, record);
}

/** To move a published record of one's own city: who speaks for it, in the world that the record is of. */
export function mayChangeRecord(
  actor: Actor,
  record: { cityId: string; isTrial: boolean; origin: 'compiled' | 'city' } | undefined,
): ErrorCode | null {
  if (record === undefined) return 'not-found';
  return maySpeak(actor, record.cityId) ?? (isOutOfReach(actor, record) ? 'not-allowed' : null);
}
