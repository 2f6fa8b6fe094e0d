export const ROLES = [
  'head-of-office',
  'focal-point',
  'deputy',
  'staff',
  'secretariat-officer',
  'chair',
  'observer',
] as const;
/** What an appointment makes of a person at an organisation; never a property of the person. */
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['city-office', 'secretariat', 'chair', 'observer'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const FORUMS = ['AGMF', 'MGMAC'] as const;
export type Forum = (typeof FORUMS)[number];

/** A confirmed appointment that runs today. `cityId` is set at a city office, `forum` at a secretariat. */
export type Appointment = {
  id: string;
  organisationId: string;
  organisation: OrganisationKind;
  organisationName: string;
  role: Role;
  cityId: string | null;
  citySlug: string | null;
  forum: Forum | null;
};

export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export type Via =
  | { kind: 'session'; sessionId: string }
  | { kind: 'token'; tokenId: string; scopes: readonly TokenScope[] };

export type Person = {
  kind: 'person';
  personId: string;
  /** Her own e-mail address, canonical. */
  email: string;
  name: string;
  appointments: readonly Appointment[];
  via: Via;
  /** Acts for an office of the trial copy: what she writes stays out of everything public. */
  isTrial: boolean;
  isOnTrialCopy: boolean;
};

export const LINK_PURPOSES = ['invitation', 'confirm-profile', 'answer-exchange'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/**
 * Who acts. `isOnTrialCopy` is true only for a request to the embedded database that came straight from
 * this machine; the transport decides it, the core relies on it. A `link` came by mail and may do
 * one thing, within the rights that the person it was sent to has now.
 */
export type Actor =
  | { kind: 'visitor'; isOnTrialCopy: boolean }
  | Person
  | { kind: 'link'; purpose: LinkPurpose; subject: string; personId: string | null }
  | { kind: 'job'; name: string };

/** The key under which outcomes of commands are kept: one namespace per person, and one for all visitors. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'visitor':
      return 'visitor';
    case 'person':
      return `person:${actor.personId}`;
    case 'link':
      return `link:${actor.purpose}:${actor.subject}`;
    case 'job':
      return `job:${actor.name}`;
  }
}

export function isOnTrialCopy(actor: Actor): boolean {
  return (actor.kind === 'visitor' || actor.kind === 'person') && actor.isOnTrialCopy;
}
