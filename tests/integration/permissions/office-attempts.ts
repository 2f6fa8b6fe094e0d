import type { Sql } from 'postgres';
import { setMembership, undoMembership } from '#lib/cities/commands.ts';
import { answerCorrection, closeCorrection, reopenCorrection } from '#lib/corrections/commands.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import {
  changeDates,
  confirmAppointment,
  endAppointment,
  nameLetter,
  resumeAppointment,
  unconfirmAppointment,
} from '#lib/identity/commands/appointments.ts';
import { importInvitations } from '#lib/identity/commands/import-invitations.ts';
import {
  reopenInvitation,
  resendInvitation,
  withdrawInvitation,
} from '#lib/identity/commands/invitations.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { endExpired } from '#lib/identity/commands/sweep.ts';
import { resendMail } from '#lib/notices/commands/resend.ts';
import { newId } from '#lib/platform/ids.ts';
import { askForNews, unaskForNews } from '#lib/profile/commands/ask-news.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

/** Staff of the own city in this state since a minute ago, not the caller. */
async function appointment(sql: Sql, state: 'named' | 'confirmed' | 'ended'): Promise<string> {
  const [id, personId] = [newId(), newId()];
  await sql`insert into person (id, email, name) values (${personId}, ${`${personId}@office.example`}, 'Sari')`;
  const since = state === 'named' ? null : sql`saling_now() - interval '1 minute'`;
  await sql`
    insert into appointment (id, organisation_id, person_id, role, state, from_on, confirmed_at, ended_at)
    select ${id}, o.id, ${personId}, 'staff', ${state}, '2026-01-01', ${since}, ${since}
    from organisation o join city c on c.id = o.city_id where c.key = ${OWN_CITY}`;
  return id;
}

/** An invitation of the own city to its staff, sent an hour ago. */
async function invitation(sql: Sql, state: 'open' | 'withdrawn', email?: string): Promise<string> {
  const id = newId();
  await sql`
    insert into invitation (id, organisation_id, role, email, state, created_at, expires_at)
    select ${id}, o.id, 'staff', ${email ?? `${id}@office.example`}, ${state},
      now() - interval '1 hour', now() + interval '1 day'
    from organisation o join city c on c.id = o.city_id where c.key = ${OWN_CITY}
    on conflict do nothing`;
  return id;
}

async function correction(sql: Sql, state: 'open' | 'done'): Promise<string> {
  const id = newId();
  await sql`
    insert into correction (id, record_kind, record_key, wish, message, state)
    values (${id}, 'city', ${OWN_CITY}, 'correction', 'A year is wrong.', ${state})`;
  return id;
}

/** The own city said nothing for long, and nobody has asked it. */
async function silence(sql: Sql): Promise<void> {
  const own = sql`city_id = (select id from city where key = ${OWN_CITY})`;
  for (const table of ['need', 'practice', 'city_fact']) {
    await sql`update ${sql(table)} set confirmed_at = saling_now() - interval '1 year'
      where ${own} and confirmed_at is not null`;
  }
  await sql`delete from news_ask where ${own}`;
}

/** One valid try of each command about people, see attempts.ts. */
export const officeAttempts: Record<string, Attempt> = {
  'appointment.change-dates': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'named'), fromOn: '2026-02-01', version: 1 };
    return (context) => changeDates(context, newId(), input);
  },
  'appointment.confirm': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'named') };
    return (context) => confirmAppointment(context, newId(), input);
  },
  'appointment.end': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'confirmed') };
    return (context) => endAppointment(context, newId(), input);
  },
  'appointment.expire': async (sql) => {
    const appointmentId = await appointment(sql, 'confirmed');
    await sql`update appointment set to_on = '2026-01-02' where id = ${appointmentId}`;
    return (context) => endExpired(context, newId(), { appointmentId });
  },
  'appointment.name-letter': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'named'), letterReference: '180/12' };
    return (context) => nameLetter(context, newId(), input);
  },
  'appointment.resume': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'ended') };
    return (context) => resumeAppointment(context, newId(), input);
  },
  'appointment.unconfirm': async (sql) => {
    const input = { appointmentId: await appointment(sql, 'confirmed') };
    return (context) => unconfirmAppointment(context, newId(), input);
  },
  'correction.answer': async (sql) => {
    const input = { correctionId: await correction(sql, 'open'), answer: 'done' as const };
    return (context) => answerCorrection(context, newId(), input);
  },
  'correction.close': async (sql) => {
    const input = { correctionId: await correction(sql, 'open') };
    return (context) => closeCorrection(context, newId(), input);
  },
  'correction.reopen': async (sql) => {
    const input = { correctionId: await correction(sql, 'done') };
    return (context) => reopenCorrection(context, newId(), input);
  },
  'invitation.accept': async (sql, { actor }) => {
    const email = actor.kind === 'person' ? actor.email : `${newId()}@office.example`;
    await sql`delete from invitation where email = ${email}`;
    await sql`delete from appointment where state = 'named' and person_id = (select id from person where email = ${email})`;
    const id = await invitation(sql, 'open', email);
    // A role that nobody among the callers has, so that taking it is new.
    await sql`update invitation set organisation_id = (select id from organisation where kind = 'chair'), role = 'staff' where id = ${id}`;
    return (context) => acceptInvitation(context, newId(), { invitationId: id, name: 'Sari' });
  },
  'invitation.import': async (_sql, { actor }) => {
    const isMgmac = actor.kind === 'person' && actor.appointments.some(({ forum }) => forum === 'MGMAC');
    const text = `office,role,email\n${isMgmac ? 'mgmac' : OWN_CITY},staff,${newId()}@office.example`;
    return (context) => importInvitations(context, newId(), { text });
  },
  'invitation.make': async () => (context) =>
    inviteToOffice(context, newId(), {
      office: `city:${OWN_CITY}`,
      role: 'staff',
      email: `${newId()}@office.example`,
    }),
  'invitation.reopen': async (sql) => {
    const input = { invitationId: await invitation(sql, 'withdrawn') };
    return (context) => reopenInvitation(context, newId(), input);
  },
  'invitation.resend': async (sql) => {
    const input = { invitationId: await invitation(sql, 'open') };
    return (context) => resendInvitation(context, newId(), input);
  },
  'invitation.withdraw': async (sql) => {
    const input = { invitationId: await invitation(sql, 'open') };
    return (context) => withdrawInvitation(context, newId(), input);
  },
  'mail.resend': async (sql) => {
    const [id, email] = [newId(), `${newId()}@office.example`];
    await invitation(sql, 'open', email);
    await sql`
      insert into notice (id, key, email, language, template, params, state, due_at)
      values (${id}, ${id}, ${email}, 'en', 'appointment-ended', '{}', 'failed', saling_now() - interval '1 hour')`;
    return (context) => resendMail(context, newId(), { noticeId: id });
  },
  'membership.set': async () => (context) =>
    setMembership(context, newId(), { slug: OWN_CITY, forum: 'AGMF', status: 'observer' }),
  'membership.undo': async (sql) => {
    await sql`
      insert into forum_membership (city_id, forum, status, recorded_at, before)
      select id, 'AGMF', 'observer', saling_now(), '{"row": null}' from city where key = ${OWN_CITY}
      on conflict (city_id, forum) do update set recorded_at = saling_now(), before = excluded.before`;
    return (context) => undoMembership(context, newId(), { slug: OWN_CITY, forum: 'AGMF' });
  },
  'profile.ask-news': async (sql) => {
    await silence(sql);
    return (context) => askForNews(context, newId(), { citySlug: OWN_CITY });
  },
  'profile.unask-news': async (sql) => {
    await silence(sql);
    await sql`
      insert into news_ask (city_id, id, asked_at) select id, ${newId()}, saling_now() from city where key = ${OWN_CITY}`;
    return (context) => unaskForNews(context, newId(), { citySlug: OWN_CITY });
  },
};
