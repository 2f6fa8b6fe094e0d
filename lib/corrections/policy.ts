import { type Actor, isOnTrialCopy } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { maySpeak } from '#lib/drafts/policy.ts';
import { isOfficer } from '#lib/identity/rules.ts';

/** On the trial copy a request is tried as everything else is: at a desk, and by who sits at none. */
export function isAskedAtTrial(actor: Actor): boolean {
  return actor.kind === 'person' ? actor.isTrial : isOnTrialCopy(actor);
}

/** Jobs read all, officers what row policies leave them: requests about cities that they serve. */
export function mayReadRequests(actor: Actor): ErrorCode | null {
  return actor.kind === 'job' || isOfficer(actor) ? null : 'not-found';
}

/** A request that is hidden from the actor is not there. */
export function mayHandle(actor: Actor, found: object | undefined): ErrorCode | null {
  return mayReadRequests(actor) ?? (found === undefined ? 'not-found' : null);
}

/** Who speaks for the city that a request is about answers it; `cityId` of that city. */
export function mayAnswer(actor: Actor, found: { cityId: string | undefined } | null): ErrorCode | null {
  return maySpeak(actor, found?.cityId);
}
