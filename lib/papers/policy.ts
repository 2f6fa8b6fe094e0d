import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/** For people of the two cities, as the exchange itself says; the link of a mail answers and reads no paper. */
export function mayReadPapers(actor: Actor): ErrorCode | null {
  return actor.kind === 'person' ? null : 'not-found';
}
