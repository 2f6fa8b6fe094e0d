import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/** Pairs of cities are sensitive: until people can sign in, only jobs and visitors of the trial copy read matches. */
export function mayReadMatches(actor: Actor): ErrorCode | null {
  switch (actor.kind) {
    case 'visitor':
      return actor.isOnTrialCopy ? null : 'not-found';
    case 'job':
      return null;
  }
}
