import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { type Holder, isSpeaker, maySpeak, rolesAt } from '#lib/drafts/policy.ts';
import type { Side } from './contract.ts';

/** What the policy has to know: the two cities, and who speaks for the side that a mail's link would answer for. */
export type Parties = {
  id: string;
  askingCityId: string;
  askedCityId: string;
  isTrial: boolean;
  awaits: Side | null;
  /** Who answers a request, or has answered it: by the link of a mail she does that, and takes it back. */
  answers: Side | null;
  holders: readonly Holder[];
};

export const cityOfSide = (parties: Pick<Parties, 'askingCityId' | 'askedCityId'>, side: Side): string =>
  side === 'asking' ? parties.askingCityId : parties.askedCityId;

/**
 * For which side the actor acts; null for everybody else. Somebody who is in office at both acts for the one
 * that is waited for. By a mail's link: the side that answers, while she still speaks for it.
 */
export function sideOf(actor: Actor, parties: Parties): Side | null {
  if (actor.kind === 'link') {
    const isOpen = actor.purpose === 'answer-exchange' && actor.subject === parties.id;
    const isHers = parties.holders.some(
      ({ personId, role }) => personId === actor.personId && isSpeaker(role),
    );
    return isOpen && isHers ? parties.answers : null;
  }
  if (actor.kind !== 'person' || actor.isTrial !== parties.isTrial) return null;
  const isAt = (side: Side) => rolesAt(actor, cityOfSide(parties, side)).length > 0;
  if (isAt('asking') && isAt('asked')) return parties.awaits ?? 'asking';
  if (isAt('asking')) return 'asking';
  return isAt('asked') ? 'asked' : null;
}

/** To move an exchange: who speaks for one of its two cities. To everybody else there is none. */
export function mayMove(actor: Actor, parties: Parties | null): ErrorCode | null {
  if (parties === null) return 'not-found';
  const side = sideOf(actor, parties);
  if (side === null) return 'not-found';
  return actor.kind === 'link' ? null : maySpeak(actor, cityOfSide(parties, side));
}

/** By the link of a mail one answers, and does nothing else. */
export function mayMoveInSession(actor: Actor, parties: Parties | null): ErrorCode | null {
  return actor.kind === 'link' ? 'not-found' : mayMove(actor, parties);
}
