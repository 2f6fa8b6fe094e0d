import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { type Holder, isSpeaker, maySpeak } from '#lib/drafts/policy.ts';

/** What the policy has to know of a profile: `roundId` of the mails that ask about it now. */
export type ProfileFacts = { cityId: string; roundId: string | null; holders: readonly Holder[] };

/**
 * Who speaks for the city confirms its profile; by the link of a mail only while that mail's question is open and
 * she to whom it was sent still speaks for the city.
 */
export function mayConfirm(actor: Actor, profile: ProfileFacts | null): ErrorCode | null {
  if (profile === null) return 'not-found';
  if (actor.kind !== 'link') return maySpeak(actor, profile.cityId);
  const isAsked = actor.purpose === 'confirm-profile' && actor.subject === profile.roundId;
  const isHers = profile.holders.some(({ personId, role }) => personId === actor.personId && isSpeaker(role));
  return isAsked && isHers ? null : 'not-found';
}
