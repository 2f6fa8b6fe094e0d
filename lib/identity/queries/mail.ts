import { FORUMS, type Forum } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { TO_BE_NAMED_DAYS } from '#lib/identity/contract.ts';
import {
  type AppointmentMail,
  type OfficeMail,
  selectAppointmentMail,
  selectHeads,
  selectInvitationMails,
  selectOfficers,
  selectServingForums,
} from '#lib/identity/store/mail.ts';
import { selectWithoutFocalPoint } from '#lib/identity/store/offices.ts';

export type { OfficeMail } from '#lib/identity/store/mail.ts';

/** Open invitations among these, for the mails that carry their links. */
export const invitationsToMail = selectInvitationMails;

/** Whom an appointment is about, and the officers who serve the office; null when it is gone. */
export async function appointmentToMail(
  tx: Tx,
  id: string,
): Promise<{ person: AppointmentMail; officers: OfficeMail[] } | null> {
  const person = await selectAppointmentMail(tx, id);
  if (person === undefined) return null;
  const forums = await selectServingForums(tx, person.organisationId);
  return { person, officers: await selectOfficers(tx, forums, person.isTrial) };
}

const DAY = 86_400_000;

/**
 * Offices whose focal point has been to be named for two weeks: the head of each, else the officers who serve it.
 * `since`: the day on which that began. @param now the database's clock
 */
export async function toBeNamedMails(
  tx: Tx,
  now: Date,
): Promise<{ heads: (OfficeMail & { since: string })[]; officers: OfficeMail[] }> {
  const waiting = (await selectWithoutFocalPoint(tx)).filter(
    ({ since }) => now.getTime() - since.getTime() >= TO_BE_NAMED_DAYS * DAY,
  );
  const since = new Map(waiting.map((one) => [one.id, one.since.toISOString().slice(0, 10)]));
  const heads = await selectHeads(tx, [...since.keys()]);
  const answered = new Set(heads.map(({ organisationId }) => organisationId));
  const forums = new Set<Forum>();
  for (const { id } of waiting) {
    if (forums.size === FORUMS.length) break;
    if (answered.has(id)) continue;
    for (const forum of await selectServingForums(tx, id)) forums.add(forum);
  }
  return {
    heads: heads.map((head) => ({ ...head, since: since.get(head.organisationId) ?? '' })),
    officers: await selectOfficers(tx, [...forums], false),
  };
}
