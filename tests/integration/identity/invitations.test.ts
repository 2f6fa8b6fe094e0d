import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import { confirmAppointment, nameLetter } from '#lib/identity/commands/appointments.ts';
import {
  reopenInvitation,
  resendInvitation,
  withdrawInvitation,
} from '#lib/identity/commands/invitations.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { getInvitation } from '#lib/identity/queries/invitations.ts';
import { listInvitations, listServedOffices, listToConfirm } from '#lib/identity/queries/offices.ts';
import { personOfSession } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSession, signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const people = {} as Record<'agmf' | 'mgmac' | 'head' | 'focal' | 'staff' | 'observer', Context>;

beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
  people.focal = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  people.staff = (await signIn({ city: 'bandung' }, 'staff')).context;
  people.observer = (await signIn({ body: 'observer' }, 'observer')).context;
});

const address = () => `${newId()}@office.example`;
type Changes = {
  office?: string;
  role?: 'focal-point' | 'deputy' | 'staff' | 'secretariat-officer';
  email?: string;
};
const invite = (context: Context, changes: Changes = {}) =>
  inviteToOffice(context, newId(), {
    office: 'city:bandung',
    role: 'focal-point',
    email: address(),
    ...changes,
  });

/** Whoever holds the link that was mailed. */
const linkOf = (invitationId: string): Context => ({
  actor: { kind: 'link', purpose: 'invitation', subject: invitationId, personId: null },
  language: 'en',
  requestId: 'test',
});

const count = async (table: string, verb: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table} where ${verb}`);
  return row?.n ?? -1;
};

describe('inviting is refused', () => {
  it('to a city that is none any more, whose office is in no list to invite to', async () => {
    await expect(invite(people.agmf, { office: 'city:hoi-an' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/office', code: 'former-city' }],
    });
    const offered = (await listServedOffices(people.agmf, {})).map(({ citySlug }) => citySlug);
    expect(offered).toContain('bandung');
    expect(offered).not.toContain('hoi-an');
  });

  it('to a visitor', async () => {
    await expect(invite(visitor)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it.each([
    ['the secretariat of another forum', 'mgmac', {}],
    ['the secretariat of the cities in no forum, for a capital', 'agmf', { office: 'city:jakarta' }],
    [
      'a secretariat, for officers of the other one',
      'agmf',
      { office: 'mgmac', role: 'secretariat-officer' },
    ],
    ['the head of an office, for another city', 'head', { office: 'city:tacloban', role: 'staff' }],
    ['a focal point, for another focal point', 'focal', { office: 'city:tacloban' }],
    ['staff, for more staff', 'staff', { role: 'staff' }],
    ['an observer', 'observer', {}],
    ['the other secretariat, for the chair of AGMF', 'mgmac', { office: 'chair', role: 'staff' }],
  ] as const)('to %s', async (_who, who, changes) => {
    await expect(invite(people[who], changes)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('for a city that is not there', async () => {
    await expect(invite(people.agmf, { office: 'city:nowhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    ['an address that is none', { email: 'x@y@z' }, '/email', 'wrong-address'],
    ['an office that is none', { office: 'bandung' }, '/office', 'unknown-value'],
    ['a role that such an office cannot give', { role: 'secretariat-officer' }, '/role', 'wrong-role'],
  ] as const)('with %s', async (_what, changes, pointer, code) => {
    const refused = invite(people.agmf, changes);
    await expect(refused).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer, code }] });
  });

  it('and nothing is kept', async () => {
    expect(await count('invitation', 'true')).toBe(0);
    expect(await count('event', "type = 'invitation.made'")).toBe(0);
  });
});

describe('an invitation', () => {
  it.each([
    ['agmf', 'city:bandung'],
    ['mgmac', 'city:jakarta'],
    ['agmf', 'chair'],
    ['mgmac', 'mgmac'],
  ] as const)('of %s for %s is made, and only that secretariat sees it', async (who, office) => {
    const role = office === 'mgmac' ? 'secretariat-officer' : office === 'chair' ? 'staff' : 'focal-point';
    const { id, state } = await invite(people[who], { office, role });
    expect(state).toBe('made');
    const other = who === 'agmf' ? people.mgmac : people.agmf;
    expect((await listInvitations(people[who], {})).map((one) => one.id)).toContain(id);
    expect((await listInvitations(other, {})).map((one) => one.id)).not.toContain(id);
    await expect(withdrawInvitation(other, newId(), { invitationId: id })).rejects.toMatchObject({
      code: expect.stringMatching(/not-found|not-allowed/),
    });
    expect(await count('audit', `verb = 'invitation.make' and subject_id = '${id}'`)).toBe(1);
    expect(await count('event', `type = 'invitation.made' and payload->'ids'->>0 = '${id}'`)).toBe(1);
  });

  it('of a head of office for its focal point, and of a focal point for its deputy', async () => {
    expect((await invite(people.head)).state).toBe('made');
    expect((await invite(people.focal, { office: 'city:tacloban', role: 'deputy' })).state).toBe('made');
  });

  it('for an observer that nobody has named yet adds it', async () => {
    const given = { office: 'observer:Bank of Samples', role: 'observer' as const, email: address() };
    expect((await inviteToOffice(people.mgmac, newId(), given)).state).toBe('made');
    expect(await count('organisation', "name = 'Bank of Samples'")).toBe(1);
  });

  it('made twice, even at once, is one', async () => {
    const email = address();
    const states = await Promise.all([1, 2, 3].map(() => invite(people.agmf, { email })));
    expect(states.map(({ state }) => state).sort()).toEqual(['made', 'open', 'open']);
    expect((await invite(people.agmf, { email: ` ${email.toUpperCase()}` })).state).toBe('open');
    expect(await count('invitation', `email = '${email}'`)).toBe(1);
  });

  it('is sent again once in ten minutes at most, with its full time', async () => {
    const { id } = await invite(people.agmf);
    const again = () => resendInvitation(people.agmf, newId(), { invitationId: id });
    await expect(again()).rejects.toMatchObject({ code: 'too-many' });
    await sql`update invitation set created_at = now() - interval '20 days', expires_at = now() - interval '6 days' where id = ${id}`;
    expect((await getInvitation(people.agmf, { id })).state).toBe('expired');
    expect(await again()).toEqual({ changed: true });
    expect((await getInvitation(people.agmf, { id })).state).toBe('open');
  });

  it('is withdrawn, and that is undone', async () => {
    const { id } = await invite(people.agmf);
    const link = linkOf(id);
    expect(await withdrawInvitation(people.agmf, newId(), { invitationId: id })).toEqual({ changed: true });
    const taken = acceptInvitation(link, newId(), { invitationId: id, name: 'Sari' });
    await expect(taken).rejects.toMatchObject({ code: 'conflict', params: { reason: 'withdrawn' } });
    expect(await reopenInvitation(people.agmf, newId(), { invitationId: id })).toEqual({ changed: true });
    await acceptInvitation(link, newId(), { invitationId: id, name: 'Sari' });
    const late = withdrawInvitation(people.agmf, newId(), { invitationId: id });
    await expect(late).rejects.toMatchObject({ code: 'conflict', params: { reason: 'accepted' } });
  });
});

describe('accepting is refused', () => {
  it('to a visitor, to the link of another invitation, and to another address', async () => {
    const { id } = await invite(people.agmf);
    const other = linkOf((await invite(people.agmf)).id);
    const take = (context: Context) => acceptInvitation(context, newId(), { invitationId: id, name: 'Sari' });
    await expect(take(visitor)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(take(other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(take(people.observer)).rejects.toMatchObject({ code: 'not-found' });
    await expect(take(people.agmf)).rejects.toMatchObject({ code: 'not-found' });
    expect(await count('appointment', "state = 'named' and organisation_id is null")).toBe(0);
  });

  it('after it has expired', async () => {
    const { id } = await invite(people.agmf);
    const link = linkOf(id);
    await sql`update invitation set expires_at = now() - interval '1 second' where id = ${id}`;
    const late = acceptInvitation(link, newId(), { invitationId: id, name: 'Sari' });
    await expect(late).rejects.toMatchObject({ code: 'conflict', params: { reason: 'expired' } });
  });

  it('the second time, also when two come at once', async () => {
    const { id } = await invite(people.agmf);
    const link = linkOf(id);
    const taken = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvitation(link, newId(), { invitationId: id, name: 'Sari' })),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'conflict', params: { reason: 'accepted' } });
    }
  });
});

describe('from invitation to acting', () => {
  it('is five steps, and she acts after the last', async () => {
    const email = address();
    const { id } = await invite(people.agmf, { office: 'city:makassar', email });
    const link = linkOf(id);
    expect(await getInvitation(link, { id })).toMatchObject({ state: 'open', email });
    const { appointmentId, personId } = await acceptInvitation(link, newId(), {
      invitationId: id,
      name: '  Sari ',
    });
    const token = await openSession(personId);
    const before = await personOfSession(token, false);
    expect(before).toMatchObject({ name: 'Sari', email, appointments: [] });
    if (before === null) throw new Error('no session');
    const herself: Context = { actor: before, language: 'en', requestId: 'test' };

    const confirm = (context: Context) => confirmAppointment(context, newId(), { appointmentId });
    await expect(confirm(people.agmf)).rejects.toMatchObject({
      code: 'conflict',
      params: { reason: 'no-letter' },
    });
    await expect(confirm(herself)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(confirm(people.mgmac)).rejects.toMatchObject({ code: 'not-found' });
    const letter = { appointmentId, letterReference: '180/12/2026' };
    await expect(nameLetter(people.head, newId(), letter)).rejects.toMatchObject({ code: 'not-found' });
    expect(await nameLetter(herself, newId(), letter)).toEqual({ changed: true });
    expect((await listToConfirm(people.agmf, {})).map((one) => one.appointmentId)).toContain(appointmentId);
    expect((await listToConfirm(people.mgmac, {})).map((one) => one.appointmentId)).not.toContain(
      appointmentId,
    );
    expect(await confirm(people.agmf)).toEqual({ changed: true });
    expect((await personOfSession(token, false))?.appointments).toMatchObject([
      { role: 'focal-point', citySlug: 'makassar' },
    ]);
  });
});
