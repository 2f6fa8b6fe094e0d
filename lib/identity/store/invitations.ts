import { and, eq, ne, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { appointment, invitation, organisation, person } from '#db/schema/identity.ts';
import type { Role } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { INVITATION_DAYS } from '#lib/identity/contract.ts';
import type { ServedOffice } from '#lib/identity/policy.ts';
import { office } from './offices.ts';

export type InvitationRow = typeof invitation.$inferSelect;

const inTime = sql`saling_now() + make_interval(days => ${INVITATION_DAYS})`;
const isExpired = sql<boolean>`${invitation.expiresAt} <= saling_now()`;
/** Minutes since the last mail; a reader who presses twice sends one. */
const isJustSent = sql<boolean>`coalesce(${invitation.remindedAt}, ${invitation.createdAt}) > saling_now() - interval '10 minutes'`;

type Offer = { organisationId: string; role: Role; email: string };
const sameOffer = (given: Offer) =>
  and(
    eq(invitation.organisationId, given.organisationId),
    eq(invitation.role, given.role),
    eq(invitation.email, given.email),
    eq(invitation.state, 'open'),
  );

/** False when the same is open already, also when two make it at once. */
export async function insertInvitation(
  tx: Tx,
  row: Omit<typeof invitation.$inferInsert, 'expiresAt'>,
): Promise<boolean> {
  const added = await tx
    .insert(invitation)
    .values({ ...row, expiresAt: inTime })
    .onConflictDoNothing()
    .returning({ id: invitation.id });
  return added.length > 0;
}

export async function selectOpenOffer(
  tx: Tx,
  given: Offer,
  isLocked = true,
): Promise<{ id: string; isExpired: boolean } | undefined> {
  const found = tx.select({ id: invitation.id, isExpired }).from(invitation).where(sameOffer(given));
  const [row] = isLocked ? await found.for('update') : await found;
  return row;
}

/** Whether somebody with this address has the role there, or is named for it. */
export async function hasRole(tx: Tx, { organisationId, role, email }: Offer): Promise<boolean> {
  const rows = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .where(
      and(
        eq(person.email, email),
        eq(appointment.organisationId, organisationId),
        eq(appointment.role, role),
        ne(appointment.state, 'ended'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Valid anew for its full time. Links in earlier mails end when they said. */
export async function renewInvitation(tx: Tx, id: string): Promise<void> {
  await tx
    .update(invitation)
    .set({ expiresAt: inTime, remindedAt: sql`saling_now()` })
    .where(eq(invitation.id, id));
}

export async function setInvitationState(tx: Tx, id: string, state: InvitationRow['state']): Promise<void> {
  const acceptedAt = state === 'accepted' ? { acceptedAt: sql`saling_now()` } : {};
  await tx
    .update(invitation)
    .set({ state, ...acceptedAt })
    .where(eq(invitation.id, id));
}

export type FoundInvitation = {
  row: InvitationRow;
  isExpired: boolean;
  isJustSent: boolean;
  office: ServedOffice;
};

const found = { row: invitation, isExpired, isJustSent, office };

const selectFound = (tx: Tx) =>
  tx
    .select(found)
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .leftJoin(city, eq(city.id, organisation.cityId));

export async function lockInvitation(tx: Tx, id: string): Promise<FoundInvitation | undefined> {
  const [row] = await selectFound(tx).where(eq(invitation.id, id)).for('update', { of: invitation });
  return row;
}

/** Those that have neither been taken nor withdrawn, of every office that the actor sees, by office. */
export function selectOpenInvitations(tx: Tx): Promise<FoundInvitation[]> {
  return selectFound(tx).where(eq(invitation.state, 'open')).orderBy(organisation.name, invitation.email);
}

export async function selectInvitation(tx: Tx, id: string): Promise<FoundInvitation | undefined> {
  const [row] = await selectFound(tx).where(eq(invitation.id, id));
  return row;
}

export function selectInvitationsTo(tx: Tx, email: string): Promise<FoundInvitation[]> {
  return selectFound(tx)
    .where(and(eq(invitation.email, email), eq(invitation.state, 'open')))
    .orderBy(organisation.name);
}
