import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/** Pairs of cities are sensitive: matches are for that city's own people. To others they are not there. */
export function mayReadMatches(actor: Actor, slug: string): ErrorCode | null {
  if (actor.kind === 'job') return null;
  if (actor.kind !== 'person') return 'not-found';
  return actor.appointments.some((entry) => entry.citySlug === slug) ? null : 'not-found';
}
