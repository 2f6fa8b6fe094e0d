import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { isOfficer } from '#lib/identity/rules.ts';

/** Each secretariat speaks for its own forum only. A desk of the trial copy leaves what was compiled as it is. */
export function mayRecordMembership(actor: Actor, forum: string, isThere: boolean): ErrorCode | null {
  if (actor.kind !== 'person') return 'not-signed-in';
  if (!isOfficer(actor, forum) || actor.isTrial) return 'not-allowed';
  return isThere ? null : 'not-found';
}
