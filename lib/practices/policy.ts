import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { isOfOtherWorld } from '#lib/drafts/policy.ts';
import { isOfficer } from '#lib/identity/rules.ts';

/** Each secretariat looks at the evidence of the cities that it serves. */
export function mayReviewEvidence(
  actor: Actor,
  found: { record: { isTrial: boolean }; isServing: boolean } | null,
): ErrorCode | null {
  if (found === null || !isOfficer(actor)) return 'not-found';
  return found.isServing && !isOfOtherWorld(actor, found.record) ? null : 'not-allowed';
}
