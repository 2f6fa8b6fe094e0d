import { expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { uploadFile } from '#lib/files/commands.ts';
import { getFile } from '#lib/files/queries.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import { confirmAppointment, endAppointment, nameLetter } from '#lib/identity/commands/appointments.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { getAppointment } from '#lib/identity/queries/offices.ts';
import { personOfSession } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSession, signIn } from '#tests/support/people.ts';

await testDatabase({ seeded: true });
const head = (await signIn({ city: 'ambon' }, 'head-of-office')).context;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const elsewhere = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
const other = (await signIn({ city: 'kupang' }, 'head-of-office')).context;
const visitor: Context = { ...head, actor: { kind: 'visitor', isOnTrialCopy: false } };
const office = head.actor.appointments[0]?.organisationId ?? '';
const missing = { code: 'not-found' };
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const put = async (who: Context, organisationId = office) =>
  (await uploadFile(who, newId(), { organisationId, name: 'letter.pdf', bytes: PDF })).id;
const sees = (who: Context, id: string) =>
  getFile(who, { id }).then(
    () => true,
    () => false,
  );

/** Somebody who has said yes, without a letter, and has signed in; she may do nothing yet. */
async function named(role: 'focal-point' | 'deputy') {
  const email = `${newId()}@office.example`;
  const { id } = await inviteToOffice(officer, newId(), { office: 'city:ambon', role, email });
  const link: Context = {
    actor: { kind: 'link', purpose: 'invitation', subject: id, personId: null },
    language: 'en',
    requestId: 'test',
  };
  const { appointmentId, personId } = await acceptInvitation(link, newId(), {
    invitationId: id,
    name: 'Sari',
  });
  const actor = await personOfSession(await openSession(personId), false);
  if (actor === null) throw new Error('the session did not open');
  return { appointmentId, context: { ...head, actor } };
}
const confirm = (appointmentId: string) => confirmAppointment(officer, newId(), { appointmentId });
const file = (who: Context, appointmentId: string, letterFileId: string) =>
  nameLetter(who, newId(), { appointmentId, letterReference: '', letterFileId });

it('the photo of a letter is refused from others, and where it is another office’s', async () => {
  const { appointmentId } = await named('focal-point');
  await expect(put(other)).rejects.toMatchObject(missing);
  const foreign = await put(other, other.actor.appointments[0]?.organisationId);
  await expect(file(other, appointmentId, foreign)).rejects.toMatchObject(missing);
  await expect(file(head, appointmentId, foreign)).rejects.toMatchObject(missing);
  await expect(file(head, appointmentId, newId())).rejects.toMatchObject(missing);
  await expect(confirm(appointmentId)).rejects.toMatchObject({ params: { reason: 'no-letter' } });
});

it('the office files it, the secretariat that serves it sees it and confirms; nobody else sees it', async () => {
  const { appointmentId } = await named('focal-point');
  const letter = await put(head);
  await file(head, appointmentId, letter);
  const seen = await Promise.all([head, officer, elsewhere, other, visitor].map((who) => sees(who, letter)));
  expect(seen).toEqual([true, true, false, false, false]);
  expect((await getAppointment(officer, { id: appointmentId })).letterFileId).toBe(letter);
  await confirm(appointmentId);
  await endAppointment(officer, newId(), { appointmentId });
});

it('who is named brings her own letter, and uploads nothing once she is no longer', async () => {
  const { appointmentId, context } = await named('deputy');
  const letter = await put(context);
  await file(context, appointmentId, letter);
  expect(await Promise.all([context, head, officer].map((who) => sees(who, letter)))).toEqual([
    true,
    true,
    true,
  ]);
  await nameLetter(context, newId(), { appointmentId, letterReference: '180/12' });
  expect((await getAppointment(head, { id: appointmentId })).letterFileId).toBe(letter);
  await endAppointment(officer, newId(), { appointmentId });
  await expect(put(context)).rejects.toMatchObject(missing);
});

it('an officer brings one that came to her, from her own office', async () => {
  const { appointmentId } = await named('deputy');
  await expect(put(officer)).rejects.toMatchObject(missing);
  const letter = await put(officer, officer.actor.appointments[0]?.organisationId);
  await file(officer, appointmentId, letter);
  expect(await sees(head, letter)).toBe(true);
  await confirm(appointmentId);
});
