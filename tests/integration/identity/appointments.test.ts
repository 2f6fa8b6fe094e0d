import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import {
  changeDates,
  confirmAppointment,
  endAppointment,
  nameLetter,
  unconfirmAppointment,
} from '#lib/identity/commands/appointments.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { sweepAppointments } from '#lib/identity/commands/sweep.ts';
import { getAppointment, getOwnOffice, listToBeNamed } from '#lib/identity/queries/offices.ts';
import { personOfSession } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSession, signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const people = {} as Record<'agmf' | 'mgmac' | 'head' | 'staff', Context>;

beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
  people.staff = (await signIn({ city: 'bandung' }, 'staff')).context;
});

type Role = 'focal-point' | 'deputy' | 'staff';

/** Somebody who has said yes, with a letter; not confirmed yet. */
async function named(city: string, role: Role, name = 'Sari') {
  const email = `${newId()}@office.example`;
  const invitation = { office: `city:${city}`, role, email, letterReference: '180/12' };
  const { id } = await inviteToOffice(people.agmf, newId(), invitation);
  const link: Context = {
    actor: { kind: 'link', purpose: 'invitation', subject: id, personId: null },
    language: 'en',
    requestId: 'test',
  };
  return acceptInvitation(link, newId(), { invitationId: id, name });
}
const confirm = (context: Context, appointmentId: string, replaces = false) =>
  confirmAppointment(context, newId(), { appointmentId, replaces });
const stateOf = async (id: string): Promise<string> => {
  const [row] = await sql<{ state: string }[]>`select state from appointment where id = ${id}`;
  return row?.state ?? '';
};

describe('a name', () => {
  it.each([
    ['of one word', 'Suharto'],
    ['with honorifics', 'Yang Berhormat Dato’ Sri Dr. Hj. Ahmad bin Abdullah, S.T., M.Sc.'],
    ['in Thai', 'นางสาวสมใจ รักเมือง'],
    ['in Burmese', 'ဒေါ်ခင်မာလာ'],
    ['in Khmer', 'លោកស្រី សុខ ចាន់ធូ'],
    ['in Lao', 'ທ່ານ ນາງ ສົມພອນ'],
    ['in Vietnamese', 'Nguyễn Thị Phương Thảo'],
    ['from right to left', 'السيدة فاطمة الزهراء'],
    ['of 500 characters', 'ກ'.repeat(500)],
  ])('%s is kept as it is written', async (_what, name) => {
    const { appointmentId } = await named('ambon', 'staff', name);
    expect((await getAppointment(people.agmf, { id: appointmentId })).name).toBe(name);
  });

  it.each([
    ['with nothing in it', ' \u0000 '],
    ['of 501 characters', 'x'.repeat(501)],
  ])('%s is refused', async (_what, name) => {
    await expect(named('ambon', 'staff', name)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/name' }],
    });
  });
});

describe('an office has one focal point', () => {
  it('and a second is refused, until the first is ended in the same step', async () => {
    const [first, second] = [await named('malang', 'focal-point'), await named('malang', 'focal-point')];
    await confirm(people.agmf, first.appointmentId);
    await expect(confirm(people.agmf, second.appointmentId)).rejects.toMatchObject({
      code: 'conflict',
      params: { reason: 'held' },
    });
    expect((await getAppointment(people.agmf, { id: second.appointmentId })).isHeld).toBe(true);
    await confirm(people.agmf, second.appointmentId, true);
    expect(await stateOf(first.appointmentId)).toBe('ended');
    expect(await stateOf(second.appointmentId)).toBe('confirmed');
  });

  it('also when two are confirmed at once', async () => {
    const both = [await named('kupang', 'deputy'), await named('kupang', 'deputy')];
    const done = await Promise.allSettled(both.map((one) => confirm(people.agmf, one.appointmentId)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = done.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('while staff may be many', async () => {
    const both = [await named('kupang', 'staff'), await named('kupang', 'staff')];
    for (const one of both) await confirm(people.agmf, one.appointmentId);
    expect(await Promise.all(both.map((one) => stateOf(one.appointmentId)))).toEqual([
      'confirmed',
      'confirmed',
    ]);
  });
});

describe('confirming', () => {
  it('of staff is for the head of the office too; of a focal point it is not', async () => {
    const staff = await named('bandung', 'staff');
    const focalPoint = await named('bandung', 'focal-point');
    await expect(confirm(people.staff, staff.appointmentId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(confirm(people.head, focalPoint.appointmentId)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await confirm(people.head, staff.appointmentId)).toEqual({ changed: true });
    expect(await confirm(people.head, staff.appointmentId)).toEqual({ changed: false });
  });

  it('can be undone, and then the person may do nothing', async () => {
    const { appointmentId, personId } = await named('medan', 'focal-point');
    await confirm(people.agmf, appointmentId);
    const token = await openSession(personId);
    expect((await personOfSession(token, false))?.appointments).toHaveLength(1);
    await unconfirmAppointment(people.agmf, newId(), { appointmentId });
    expect((await personOfSession(token, false))?.appointments).toEqual([]);
  });
});

describe('ending', () => {
  it('is not for the other secretariat, nor for another office', async () => {
    const { appointmentId } = await named('bogor', 'focal-point');
    await confirm(people.agmf, appointmentId);
    for (const who of [people.mgmac, people.head]) {
      await expect(endAppointment(who, newId(), { appointmentId })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('takes rights and, with the last appointment, every session at once', async () => {
    const { appointmentId, personId } = await named('depok', 'focal-point');
    await confirm(people.agmf, appointmentId);
    const tokens = [await openSession(personId), await openSession(personId)];
    await endAppointment(people.agmf, newId(), { appointmentId });
    for (const token of tokens) expect(await personOfSession(token, false)).toBeNull();
    const [row] = await sql`select to_on is not null as has_end from appointment where id = ${appointmentId}`;
    expect(row).toEqual({ has_end: true });
    const [event] =
      await sql`select count(*)::int as n from event where type = 'appointment.ended' and payload->>'id' = ${appointmentId}`;
    expect(event).toEqual({ n: 1 });
  });

  it('leaves the sessions of somebody who acts elsewhere too', async () => {
    const { token, context } = await signIn({ city: 'palembang' }, 'staff');
    const email = context.actor.email;
    const { context: twice } = await signIn({ city: 'pontianak' }, 'staff', { email });
    const [first] = twice.actor.appointments;
    await endAppointment(people.agmf, newId(), { appointmentId: first?.id ?? '' });
    expect((await personOfSession(token, false))?.appointments).toHaveLength(1);
  });

  it('is for the person herself, who cannot confirm herself', async () => {
    const { appointmentId, personId } = await named('cimahi', 'focal-point');
    const actor = await personOfSession(await openSession(personId), false);
    if (actor === null) throw new Error('no session');
    const herself: Context = { actor, language: 'en', requestId: 'test' };
    await expect(confirm(herself, appointmentId)).rejects.toMatchObject({ code: 'not-allowed' });
    await nameLetter(herself, newId(), { appointmentId, letterReference: '9/2026' });
    expect(await endAppointment(herself, newId(), { appointmentId })).toEqual({ changed: true });
    await expect(confirm(people.agmf, appointmentId)).rejects.toMatchObject({
      params: { reason: 'ended' },
    });
  });

  it('comes by itself after the last day', async () => {
    const { appointmentId, personId } = await named('jayapura', 'focal-point');
    await confirm(people.agmf, appointmentId);
    const token = await openSession(personId);
    await sql`update appointment set from_on = '2026-01-01', to_on = '2026-01-31' where id = ${appointmentId}`;
    expect((await personOfSession(token, false))?.appointments).toEqual([]);
    await sweepAppointments();
    expect(await stateOf(appointmentId)).toBe('ended');
    expect(await personOfSession(token, false)).toBeNull();
  });
});

describe('days', () => {
  it('are changed by who confirms, once for each version that was read', async () => {
    const { appointmentId } = await named('kendari', 'focal-point');
    const change = (toOn: string, version = 1) =>
      changeDates(people.agmf, newId(), { appointmentId, fromOn: '2026-12-01', toOn, version });
    await expect(change('2026-11-30')).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/toOn', code: 'wrong-order' }],
    });
    const both = await Promise.allSettled([change('2027-01-31'), change('2027-02-28')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('lists', () => {
  it('show a city as to be named to the secretariat that serves it, until it has a focal point', async () => {
    const names = async (context: Context) =>
      (await listToBeNamed(context, {})).map(({ office }) => office.citySlug);
    expect(await names(people.agmf)).toContain('tangerang');
    expect(await names(people.mgmac)).not.toContain('tangerang');
    expect(await names(people.mgmac)).toContain('jakarta');
    expect(await names(people.agmf)).not.toContain('jakarta');
    const { appointmentId } = await named('tangerang', 'focal-point');
    expect(await names(people.agmf)).toContain('tangerang');
    await confirm(people.agmf, appointmentId);
    expect(await names(people.agmf)).not.toContain('tangerang');
  });

  it('show an office its own people only', async () => {
    const { people: own } = await getOwnOffice(people.head, {});
    expect(new Set(own.map(({ office }) => office.citySlug))).toEqual(new Set(['bandung']));
  });
});
