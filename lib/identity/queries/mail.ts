import type { Tx } from '#lib/core/transaction.ts';
import {
  type OfficeMail,
  selectAppointmentMail,
  selectInvitationMails,
  selectOfficers,
  selectServingForums,
} from '#lib/identity/store/mail.ts';

export type { OfficeMail } from '#lib/identity/store/mail.ts';

/** Open invitations among these, for the mails that carry their links. */
export const invitationsToMail = selectInvitationMails;

/** Whom an appointment is about, and the officers who serve the office; null when it is gone. */
export async function appointmentToMail(
  tx: Tx,
  id: string,
): Promise<{ person: OfficeMail; officers: OfficeMail[] } | null> {
  const person = await selectAppointmentMail(tx, id);
  if (person === undefined) return null;
  const forums = await selectServingForums(tx, person.organisationId);
  return { person, officers: await selectOfficers(tx, forums, person.isTrial) };
}
