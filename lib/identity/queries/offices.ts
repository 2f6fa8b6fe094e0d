import { z } from 'zod';
import type { Actor, Role } from '#lib/core/actor.ts';
import { SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  type Invitation,
  MONTHS_WITHOUT_NEWS,
  type OfficePerson,
  type Organisation,
  ROLES_HELD_BY_ONE,
} from '#lib/identity/contract.ts';
import {
  mayConfirm,
  mayEnd,
  mayInvite,
  mayNameLetter,
  mayResume,
  rolesToOffer,
  type ServedOffice,
  servesOffice,
} from '#lib/identity/policy.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import {
  type FoundInvitation,
  selectInvitationsTo,
  selectOpenInvitations,
} from '#lib/identity/store/invitations.ts';
import {
  type FoundAppointment,
  selectAllOffices,
  selectAppointment,
  selectAppointmentsOf,
  selectHolder,
  selectNamed,
  selectOffice,
  selectOfficeById,
  selectPeopleOf,
  selectToday,
  selectWithoutFocalPoint,
  selectWithoutNews,
} from '#lib/identity/store/offices.ts';

const nothing = z.object({});

const toOffice = ({ isServed: _is, isFormer: _was, ...office }: ServedOffice): Organisation => office;

export function toInvitation({ row, office, isExpired }: FoundInvitation): Invitation {
  return {
    id: row.id,
    office: toOffice(office),
    role: row.role,
    email: row.email,
    name: row.name,
    state: row.state === 'open' && isExpired ? 'expired' : row.state,
    sentAt: (row.remindedAt ?? row.createdAt).toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

function toOfficePerson(actor: Actor, found: FoundAppointment): OfficePerson {
  const { row, office, name, email } = found;
  return {
    appointmentId: row.id,
    personId: row.personId,
    name,
    email,
    role: row.role,
    state: row.state,
    fromOn: row.fromOn,
    toOn: row.toOn,
    letterReference: row.letterReference,
    letterFileId: row.letterFileId,
    version: row.version,
    office: toOffice(office),
    may: {
      confirm: row.state === 'named' && mayConfirm(actor, found) === null,
      end: row.state !== 'ended' && mayEnd(actor, found) === null,
      letter: row.state === 'named' && mayNameLetter(actor, found) === null,
      dates: row.state !== 'ended' && mayConfirm(actor, found) === null,
      undo:
        found.isFresh &&
        (row.state === 'ended' ? mayResume(actor, found) : mayConfirm(actor, found)) === null,
    },
  };
}

/** @throws SalingError `not-signed-in` for visitors, `not-found` for who is not an officer of a secretariat */
export function requireOfficer(actor: Actor): void {
  if (actor.kind !== 'person') throw new SalingError('not-signed-in');
  if (!isOfficer(actor)) throw new SalingError('not-found');
}

/** The office that the person acts for; of several, the one that the page is about. */
async function ownOffice(tx: Tx, actor: Actor, kind?: string): Promise<ServedOffice> {
  if (actor.kind !== 'person') throw new SalingError('not-signed-in');
  const own = actor.appointments.find((entry) => kind === undefined || entry.organisation === kind);
  const office = own === undefined ? undefined : await selectOfficeById(tx, own.organisationId);
  if (office === undefined) throw new SalingError('not-found');
  return office;
}

export type OfficePage = {
  office: Organisation;
  people: OfficePerson[];
  invitations: Invitation[];
  roles: Role[];
};

async function officePage(tx: Tx, actor: Actor, office: ServedOffice): Promise<OfficePage> {
  const people = await selectPeopleOf(tx, office.id);
  const invitations = await selectOpenInvitations(tx);
  return {
    office: toOffice(office),
    people: people.map((found) => toOfficePerson(actor, found)),
    invitations: invitations.filter((one) => one.office.id === office.id).map(toInvitation),
    roles: rolesToOffer(actor, office),
  };
}

/** Who acts for one's own office, who is invited, and whom one may invite. */
export const getOwnOffice = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => officePage(tx, actor, await ownOffice(tx, actor)),
});

/** The same of the city of this slug, for its own people. @throws SalingError `not-found` for others */
export const getOfficeOfCity = defineQuery({
  input: z.object({ slug: z.string().max(120) }),
  run: async (tx, { slug }, { actor }) => {
    const office = await selectOffice(tx, { kind: 'city-office', slug });
    const isOwn =
      actor.kind === 'person' && actor.appointments.some((entry) => entry.organisationId === office?.id);
    if (office === undefined || !isOwn) throw new SalingError('not-found');
    return officePage(tx, actor, office);
  },
});

/** The same for a secretariat, of an office that it serves. @throws SalingError `not-found` for any other */
export const getServedOffice = defineQuery({
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, { actor }) => {
    requireOfficer(actor);
    const office = await selectOfficeById(tx, id);
    if (office === undefined || !servesOffice(actor, office)) throw new SalingError('not-found');
    return officePage(tx, actor, office);
  },
});

/**
 * One appointment that the reader may see: her own, her office's, one of an office that she serves. `isHeld`:
 * confirming it would end another.
 */
export const getAppointment = defineQuery({
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, { actor }) => {
    const found = await selectAppointment(tx, id);
    if (found === undefined) throw new SalingError(actor.kind === 'person' ? 'not-found' : 'not-signed-in');
    const person = toOfficePerson(actor, found);
    const isShared = !ROLES_HELD_BY_ONE.includes(found.role) || found.row.isTrial;
    const holder = isShared || !person.may.confirm ? undefined : await selectHolder(tx, found.row);
    return { ...person, isHeld: holder !== undefined };
  },
});

/** The day in Jakarta, where both secretariats sit. */
export const getToday = defineQuery({ input: nothing, run: (tx) => selectToday(tx) });

/** What the reader acts as or is named for, and what she is invited to. */
export const getOwnAppointments = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    if (actor.kind !== 'person') throw new SalingError('not-signed-in');
    const appointments = await selectAppointmentsOf(tx, actor.personId);
    const invitations = await selectInvitationsTo(tx, actor.email);
    return {
      appointments: appointments.map((found) => toOfficePerson(actor, found)),
      invitations: invitations.map(toInvitation),
    };
  },
});

/** Offices that the officer serves and may invite to, in the order of the alphabet. */
export const listServedOffices = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    requireOfficer(actor);
    const offices = await selectAllOffices(tx);
    return offices.filter((office) => !office.isFormer && servesOffice(actor, office)).map(toOffice);
  },
});

/** Invitations that wait for a yes, of every office that the officer serves. */
export const listInvitations = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    requireOfficer(actor);
    const found = await selectOpenInvitations(tx);
    return found.filter((one) => mayInvite(actor, one.office, one.row.role) === null).map(toInvitation);
  },
});

/** Named people who wait for the officer's confirmation. */
export const listToConfirm = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    requireOfficer(actor);
    const found = await selectNamed(tx);
    return found.map((one) => toOfficePerson(actor, one)).filter((one) => one.may.confirm);
  },
});

/** Cities that the officer serves whose focal point is to be named. */
export const listToBeNamed = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    requireOfficer(actor);
    const found = await selectWithoutFocalPoint(tx);
    return found
      .filter((one) => servesOffice(actor, one))
      .map(({ since, ...one }) => ({ office: toOffice(one), since: since.toISOString() }));
  },
});

/** Cities that the officer serves which have a focal point and no news for half a year. */
export const listWithoutNews = defineQuery({
  input: nothing,
  run: async (tx, _input, { actor }) => {
    requireOfficer(actor);
    return servedWithoutNews(tx, actor);
  },
});

/** The same inside a command; none for who is no officer. */
export async function servedWithoutNews(tx: Tx, actor: Actor) {
  const found = await selectWithoutNews(tx, MONTHS_WITHOUT_NEWS);
  return found
    .filter((one) => servesOffice(actor, one))
    .map(({ confirmedAt, ...one }) => ({
      office: toOffice(one),
      confirmedAt: confirmedAt?.toISOString() ?? null,
    }));
}

export {
  selectContacts as officeContacts,
  selectHolders as officeHolders,
} from '#lib/identity/store/people.ts';
