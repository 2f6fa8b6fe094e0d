import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { appointment, invitation, organisation, person } from '#db/schema/identity.ts';
import type { Forum, OrganisationKind, Role } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';

/** What a mail says of an office, and in which language to whom. For jobs. */
export type OfficeMail = {
  id: string;
  personId: string | null;
  email: string | null;
  language: string;
  role: Role;
  kind: OrganisationKind;
  office: string;
  organisationId: string;
  isTrial: boolean;
};
export type AppointmentMail = OfficeMail & { state: 'named' | 'confirmed' | 'ended' };

const about = { kind: organisation.kind, office: organisation.name, organisationId: organisation.id };

/** Open invitations among these. The language of the invited person where she is known, else the inviter's. */
export function selectInvitationMails(
  tx: Tx,
  ids: readonly string[],
): Promise<(OfficeMail & { expiresAt: Date })[]> {
  const language = sql<string>`coalesce((select p.language from person p where p.email = ${invitation.email}), ${person.language}, 'en')`;
  return tx
    .select({
      ...about,
      id: invitation.id,
      personId: sql<null>`null`,
      email: invitation.email,
      language,
      role: invitation.role,
      isTrial: invitation.isTrial,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .leftJoin(person, eq(person.id, invitation.invitedBy))
    .where(and(inArray(invitation.id, [...ids]), eq(invitation.state, 'open')));
}

const selectMails = (tx: Tx, condition: SQL | undefined): Promise<AppointmentMail[]> =>
  tx
    .select({
      ...about,
      id: appointment.id,
      personId: person.id,
      email: person.email,
      language: person.language,
      role: appointment.role,
      isTrial: appointment.isTrial,
      state: appointment.state,
    })
    .from(appointment)
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .innerJoin(person, eq(person.id, appointment.personId))
    .where(condition);

export async function selectAppointmentMail(tx: Tx, id: string): Promise<AppointmentMail | undefined> {
  const [row] = await selectMails(tx, eq(appointment.id, id));
  return row;
}

const acts = sql`saling_runs(${appointment.state}, ${appointment.fromOn}, ${appointment.toOn})`;

/** Officers of the secretariats of these forums, in the world of the trial copy or the real one. */
export function selectOfficers(tx: Tx, forums: readonly Forum[], isTrial: boolean): Promise<OfficeMail[]> {
  if (forums.length === 0) return Promise.resolve([]);
  return selectMails(
    tx,
    and(
      inArray(organisation.forum, [...forums]),
      eq(appointment.role, 'secretariat-officer'),
      eq(appointment.isTrial, isTrial),
      acts,
    ),
  );
}

/** Heads of these offices who act; desks of the trial copy are not written to. */
export function selectHeads(tx: Tx, organisationIds: readonly string[]): Promise<OfficeMail[]> {
  if (organisationIds.length === 0) return Promise.resolve([]);
  return selectMails(
    tx,
    and(
      inArray(organisation.id, [...organisationIds]),
      eq(appointment.role, 'head-of-office'),
      ne(appointment.isTrial, true),
      acts,
    ),
  );
}

/** The forums whose secretariats serve an office: of a city those it is a member of, of one in none AGMF. */
export async function selectServingForums(tx: Tx, organisationId: string): Promise<Forum[]> {
  const [row] = await tx
    .select({
      kind: organisation.kind,
      forum: organisation.forum,
      members: sql<
        Forum[]
      >`array(select m.forum from forum_membership m where m.city_id = organisation.city_id and m.status = 'member')`,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (row === undefined) return [];
  switch (row.kind) {
    case 'city-office':
      return row.members.length > 0 ? row.members : ['AGMF'];
    case 'secretariat':
      return row.forum === null ? [] : [row.forum];
    case 'chair':
      return ['AGMF'];
    case 'observer':
      return ['AGMF', 'MGMAC'];
  }
}
