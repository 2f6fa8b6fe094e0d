import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import { appointmentToMail, invitationsToMail, type OfficeMail } from '#lib/identity/queries/mail.ts';
import { signLink } from '#lib/links/rules.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import type { NoticeTemplate } from '#lib/notices/contract.ts';
import { deleteHeld } from '#lib/notices/store/mails.ts';
import { dayInMail } from '#lib/platform/day.ts';

/** Where one's own appointments stand, also one that has ended. */
const ACCOUNT = '/account';

/** What the words of such a mail need. Roles and kinds are names of choices in a message, which hold no hyphen. */
export function officeParams(mail: Pick<OfficeMail, 'role' | 'kind' | 'office'>) {
  const plain = (text: string) => text.replaceAll('-', '_');
  return { role: plain(mail.role), kind: plain(mail.kind), office: mail.office };
}

async function tell(
  tx: Tx,
  event: StoredEvent,
  to: OfficeMail,
  mail: {
    template: NoticeTemplate;
    about?: OfficeMail;
    path?: string;
    page?: string;
    heldMinutes?: number;
  },
): Promise<void> {
  if (to.email === null) return;
  await queueNotice(tx, {
    key: `${mail.template}:${to.id}:${event.id}:${to.personId}`,
    personId: to.personId,
    email: to.email,
    language: to.language,
    template: mail.template,
    params: officeParams(mail.about ?? to),
    about: mail.page ?? ACCOUNT,
    ...(mail.path === undefined ? {} : { sealed: { path: mail.path } }),
    ...(mail.heldMinutes === undefined ? {} : { heldMinutes: mail.heldMinutes }),
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
      params: { ...officeParams(one), until: dayInMail(expiresAt, language, 'UTC') },
      sealed: { path: `/invitation?token=${token}` },
      isTrial,
      expiresAt,
    });
  }
}

/** To who confirms: somebody has said yes. */
async function tellOfficers(tx: Tx, event: StoredEvent): Promise<void> {
  const found = await appointmentToMail(tx, String(event.payload.id));
  if (found === null) return;
  const { person, officers } = found;
  const path = `/appointments/${person.id}`;
  for (const officer of officers) {
    await tell(tx, event, officer, {
      template: 'appointment-named',
      about: person,
      path,
      page: path,
    });
  }
}

/** To who may act or no longer, held until it cannot be undone; nothing where it was undone meanwhile. */
async function tellPerson(tx: Tx, event: StoredEvent, id: string, state: 'confirmed' | 'ended') {
  const found = await appointmentToMail(tx, id);
  if (found?.person.state !== state) return;
  const mail = state === 'confirmed' ? CONFIRMED : ENDED;
  await tell(tx, event, found.person, { ...mail, heldMinutes: UNDO_MINUTES });
}

const CONFIRMED = { template: 'appointment-confirmed', path: '/sign-in' } as const;
const ENDED = { template: 'appointment-ended' } as const;

/** Mails about invitations and appointments: to who is invited, to who confirms, to who may act or no longer. */
export const officeNotices: readonly Reaction[] = [
  { name: 'notices.invitation', types: ['invitation.made'], handle: mailInvitations },
  {
    name: 'notices.appointment',
    types: ['appointment.named', 'appointment.confirmed', 'appointment.ended'],
    handle: async (tx, event) => {
      const { id, ended, isDirect } = event.payload;
      if (isDirect === true) return;
      if (event.type === 'appointment.named') return tellOfficers(tx, event);
      await tellPerson(tx, event, String(id), event.type === 'appointment.confirmed' ? 'confirmed' : 'ended');
      // Confirmed in the place of another, whose appointment ended with it.
      if (typeof ended === 'string') await tellPerson(tx, event, ended, 'ended');
    },
  },
  {
    name: 'notices.undone',
    types: ['appointment.unconfirmed', 'appointment.resumed'],
    handle: async (tx, event) => {
      const { template } = event.type === 'appointment.unconfirmed' ? CONFIRMED : ENDED;
      await deleteHeld(tx, `${template}:${event.payload.id}:`);
    },
  },
];
