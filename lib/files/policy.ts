import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/** Files belong to an office; its own people upload. */
export function mayUpload(actor: Actor, organisationId: string): ErrorCode | null {
  if (actor.kind !== 'person') return 'not-found';
  return actor.appointments.some((entry) => entry.organisationId === organisationId) ? null : 'not-found';
}
