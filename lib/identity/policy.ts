import { type Actor, isOnTrialCopy } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/** Anybody at this computer may act for a trial office; elsewhere there is no such thing. */
export function maySitDown(actor: Actor): ErrorCode | null {
  return isOnTrialCopy(actor) ? null : 'not-found';
}
