import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { appointmentToMail, invitationsToMail, type OfficeMail } from '#lib/identity/queries/mail.ts';
import { signLink } from '#lib/links/rules.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import type { NoticeTemplate } from '#lib/notices/contract.ts';

/** What the words of such a mail need. Roles and kinds are names of choices in a message, which hold no hyphen. */
export function officeParams(mail: Pick<OfficeMail, 'role' | 'kind' | 'office'>) {
  const plain = (text: string) => text.replaceAll('-', '_');
  return { role: plain(mail.role), kind: plain(mail.kind), office: mail.office };
}

async function tell(
  tx: Tx,
  event: StoredEvent,
  to: OfficeMail,
  mail: { template: NoticeTemplate; about?: OfficeMail; path?: string },
): Promise<void> {
  if (to.email === null) return;
  await queueNotice(tx, {
    key: `${mail.template}:${event.id}:${to.personId}`,
    personId: to.personId,
    email: to.email,
    language: to.language,
    template: mail.template,
    params: officeParams(mail.about ?? to),
    ...(mail.path === undefined ? {} : { sealed: { path: mail.path } }),
    isTrial: to.isTrial,
  });
}

async function mailInvitations(tx: Tx, event: StoredEvent): Promise<void> {
  const ids = Array.isArray(event.payload.ids) ? event.payload.ids.map(String) : [];
  for (const one of await invitationsToMail(tx, ids)) {
    const { id, email, expiresAt, language, isTrial } = one;
    if (email === null) continue;
    const token = signLink({ purpose: 'invitation', subject: id, personId: null, expiresAt });
    await queueNotice(tx, {
      key: `invitation:${id}:${event.id}`,
      personId: null,
      email,
      language,
      template: 'invitation',
      params: { ...officeParams(one), until: expiresAt.toISOString().slice(0, 10) },
      sealed: { path: `/invitation?token=${token}` },
      isTrial,
      expiresAt,
    });
  }
}

/** Mails about invitations and appointments: to who is invited, to who confirms, to who may act or no longer. */
export const officeNotices: readonly Reaction[] = [
  { name: 'notices.invitation', types: ['invitation.made'], handle: mailInvitations },
  {
    name: 'notices.appointment',
    types: ['appointment.named', 'appointment.confirmed', 'appointment.ended'],
    handle: async (tx, event) => {
      if (event.payload.isDirect === true) return;
      const found = await appointmentToMail(tx, String(event.payload.id));
      if (found === null) return;
      const { person, officers } = found;
      if (event.type === 'appointment.named') {
        const path = `/appointments/${person.id}`;
        for (const officer of officers) {
          await tell(tx, event, officer, { template: 'appointment-named', about: person, path });
        }
      } else {
        const isConfirmed = event.type === 'appointment.confirmed';
        const template = isConfirmed ? 'appointment-confirmed' : 'appointment-ended';
        await tell(tx, event, person, { template, ...(isConfirmed ? { path: '/sign-in' } : {}) });
      }
    },
  },
];
