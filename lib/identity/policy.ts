import { type Actor, isOnTrialCopy, type Role } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { type Organisation, ROLES_AT } from './contract.ts';
import { isOfficer } from './rules.ts';

/** Anybody at this computer may act for a trial office; elsewhere there is no such thing. */
export function maySitDown(actor: Actor): ErrorCode | null {
  return isOnTrialCopy(actor) ? null : 'not-found';
}

/** What these may do is read from row policies (`isServed`) and from the actor's own appointments. */
export type ServedOffice = Organisation & {
  isServed: boolean;
  /** Of a city that has ceased to be a local government: nobody is asked to act for it. */
  isFormer: boolean;
};

/** Whether the person is an officer of the secretariat that serves this office. */
export function servesOffice(actor: Actor, office: ServedOffice): boolean {
  switch (office.kind) {
    case 'city-office':
      return actor.kind === 'person' && office.isServed;
    case 'secretariat':
      return office.forum !== null && isOfficer(actor, office.forum);
    case 'chair':
      return isOfficer(actor, 'AGMF');
    case 'observer':
      return isOfficer(actor);
  }
}

/** Whom an office invites by itself; everybody else is for the secretariat. */
const OFFERS: Partial<Record<Role, readonly Role[]>> = {
  'head-of-office': ['focal-point', 'deputy', 'staff'],
  'focal-point': ['deputy', 'staff'],
};

function offers(actor: Actor, office: ServedOffice, role: Role): boolean {
  return (
    actor.kind === 'person' &&
    actor.appointments.some(
      (entry) => entry.organisationId === office.id && OFFERS[entry.role]?.includes(role) === true,
    )
  );
}

/** To invite somebody to an office, to send that again, to take it back. */
export function mayInvite(actor: Actor, office: ServedOffice | undefined, role: Role): ErrorCode | null {
  if (actor.kind !== 'job' && actor.kind !== 'person') return 'not-signed-in';
  if (office === undefined) return 'not-found';
  // A desk of the trial copy adds no body that would be there for everybody.
  if (actor.kind === 'person' && actor.isTrial && office.id === '') return 'not-allowed';
  if (actor.kind === 'job' || servesOffice(actor, office)) return null;
  return offers(actor, office, role) ? null : 'not-allowed';
}

/** The roles that the actor may offer at this office, for its form. */
export function rolesToOffer(actor: Actor, office: ServedOffice): Role[] {
  return ROLES_AT[office.kind].filter((role) => mayInvite(actor, office, role) === null);
}

export type AppointmentAtOffice = { personId: string; role: Role; office: ServedOffice };

/** Confirming is for the secretariat, staff for the head of the office or the focal point; never for oneself. */
export function mayConfirm(actor: Actor, found: AppointmentAtOffice | undefined): ErrorCode | null {
  if (actor.kind !== 'job' && actor.kind !== 'person') return 'not-signed-in';
  if (found === undefined) return 'not-found';
  if (actor.kind === 'job') return null;
  if (actor.personId === found.personId) return 'not-allowed';
  if (servesOffice(actor, found.office)) return null;
  return found.role === 'staff' && offers(actor, found.office, 'staff') ? null : 'not-allowed';
}

/** The person herself, who may invite to that role, or the secretariat. */
export function mayEnd(actor: Actor, found: AppointmentAtOffice | undefined): ErrorCode | null {
  const isOwn = actor.kind === 'person' && actor.personId === found?.personId;
  return isOwn ? null : mayInvite(actor, found?.office, found?.role ?? 'staff');
}

/** Undoing an end is for others than the person herself: her rights went with it. */
export function mayResume(actor: Actor, found: AppointmentAtOffice | undefined): ErrorCode | null {
  return mayInvite(actor, found?.office, found?.role ?? 'staff');
}

/** Who may end an appointment may also say how its letter is filed. */
export const mayNameLetter = mayEnd;

/** Only the address that was invited: by the link that was sent to it, or signed in with it. */
export function mayAccept(
  actor: Actor,
  invitation: { id: string; email: string } | undefined,
): ErrorCode | null {
  if (actor.kind !== 'link' && actor.kind !== 'person') return 'not-signed-in';
  if (invitation === undefined) return 'not-found';
  const isHers =
    actor.kind === 'person'
      ? actor.email === invitation.email
      : actor.purpose === 'invitation' && actor.subject === invitation.id;
  return isHers ? null : 'not-found';
}
