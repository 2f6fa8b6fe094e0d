import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';

/**
 * Files belong to an office; its own people upload.
 * @param bringsLetter she is named or invited there, and brings the letter of appointment
 */
export function mayUpload(actor: Actor, organisationId: string, bringsLetter: boolean): ErrorCode | null {
  if (actor.kind !== 'person') return 'not-found';
  const isOwn = actor.appointments.some((entry) => entry.organisationId === organisationId);
  return isOwn || bringsLetter ? null : 'not-found';
}
