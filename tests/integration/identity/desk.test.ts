import { beforeAll, describe, expect, it } from 'vitest';
import { setMembership } from '#lib/cities/commands.ts';
import { getCity, listUnansweredMemberships } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { askCorrection, closeCorrection, reopenCorrection } from '#lib/corrections/commands.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { listTrail } from '#lib/identity/queries/trail.ts';
import { remindToBeNamed } from '#lib/notices/commands/remind.ts';
import { listMails } from '#lib/notices/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const people = {} as Record<'agmf' | 'mgmac' | 'head', Context & { actor: { email: string } }>;
beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
});
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};

describe('a request for correction', () => {
  const askAbout = async (slug: string): Promise<string> => {
    const wish = {
      recordKind: 'city' as const,
      recordKey: slug,
      wish: 'correction' as const,
      message: 'No.',
    };
    return (await askCorrection(visitor, newId(), wish)).id;
  };

  it('is read and closed by the secretariat that serves the city, and by nobody else', async () => {
    const [bandung, jakarta] = [await askAbout('bandung'), await askAbout('jakarta')];
    const ids = async (context: Context) => (await listCorrections(context)).map(({ id }) => id);
    expect(await ids(people.agmf)).toEqual([bandung]);
    expect(await ids(people.mgmac)).toEqual([jakarta]);
    for (const who of [visitor, people.head]) {
      await expect(listCorrections(who)).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const who of [visitor, people.head, people.mgmac]) {
      const closed = closeCorrection(who, newId(), { correctionId: bandung });
      await expect(closed).rejects.toMatchObject({ code: 'not-found' });
    }
    const input = { correctionId: bandung };
    expect(await closeCorrection(people.agmf, newId(), input)).toEqual({ changed: true });
    expect(await closeCorrection(people.agmf, newId(), input)).toEqual({ changed: false });
    expect(await ids(people.agmf)).toEqual([]);
    expect(await reopenCorrection(people.agmf, newId(), input)).toEqual({ changed: true });
    expect(await ids(people.agmf)).toEqual([bandung]);
  });
});

describe('a membership', () => {
  const dili = { slug: 'dili', forum: 'MGMAC' as const, status: 'observer' as const, since: '2026-01-01' };

  it('is recorded by an officer of that forum only', async () => {
    const set = (context: Context, input: Parameters<typeof setMembership>[2] = dili) =>
      setMembership(context, newId(), input);
    await expect(set(visitor)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(set(people.agmf)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(set(people.mgmac, { ...dili, forum: 'AGMF' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(set(people.mgmac, { ...dili, slug: 'nowhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(set(people.mgmac, { ...dili, sourceUrl: 'javascript:1' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const trial = await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer', { isTrial: true });
    await expect(set(trial.context)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('stands on the page of the city, and is no longer to be confirmed', async () => {
    const waiting = async () =>
      (await listUnansweredMemberships(people.mgmac, {})).map(({ city }) => city.slug);
    expect(await waiting()).toEqual(['dili']);
    expect(await setMembership(people.mgmac, newId(), dili)).toEqual({ changed: true });
    expect(await setMembership(people.mgmac, newId(), dili)).toEqual({ changed: false });
    expect(await waiting()).toEqual([]);
    expect((await getCity(visitor, { slug: 'dili' })).forums).toContainEqual(
      expect.objectContaining({ forum: 'MGMAC', status: 'observer', since: '2026-01-01' }),
    );
  });

  it('decides which secretariat serves the city', async () => {
    const invite = (context: Context) =>
      inviteToOffice(context, newId(), {
        office: 'city:kampot',
        role: 'staff',
        email: `${newId()}@office.example`,
      });
    await expect(invite(people.mgmac)).rejects.toMatchObject({ code: 'not-allowed' });
    await setMembership(people.mgmac, newId(), { slug: 'kampot', forum: 'MGMAC', status: 'member' });
    expect((await invite(people.mgmac)).state).toBe('made');
    await expect(invite(people.agmf)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('trail and mails', () => {
  it('show each secretariat what it serves, with offices for actors', async () => {
    const email = `${newId()}@office.example`;
    const { id } = await inviteToOffice(people.head, newId(), {
      office: 'city:bandung',
      role: 'staff',
      email,
    });
    await runJobs(url);
    const acts = async (context: Context) =>
      (await listTrail(context, { days: 30, kind: 'invitation' })).items.filter(
        (item) => item.subjectId === id,
      );
    expect(await acts(people.agmf)).toMatchObject([
      { verb: 'invitation.make', officeKind: 'city-office', officeName: 'Bandung' },
    ]);
    expect(await acts(people.mgmac)).toEqual([]);
    await expect(listTrail(people.head, { days: 30 })).rejects.toMatchObject({ code: 'not-found' });
    const mails = async (context: Context) =>
      (await listMails(context, {})).items.filter((mail) => mail.email === email);
    expect(await mails(people.agmf)).toMatchObject([{ state: 'kept', invitationId: id }]);
    expect(await mails(people.mgmac)).toEqual([]);
    await expect(listMails(people.head, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('say nothing of pairs that are held back, nor of sessions', async () => {
    for (const kind of ['hold_back', 'session', 'api-token']) {
      await sql`
        insert into audit (id, actor_kind, actor_ref, verb, subject_kind, subject_id, request_id, command_id)
        values (${newId()}, 'job', 'job:test', 'hold.set', ${kind}, ${newId()}, 'test', ${newId()})`;
    }
    const { items } = await listTrail(people.agmf, { days: 30 });
    expect(items.map(({ verb }) => verb)).not.toContain('hold.set');
  });
});

describe('a focal point to be named', () => {
  it('is told after two weeks, once: to the head of the office, else to officers', async () => {
    const count = async (email: string) => (await mailsTo(email)).length;
    await remindToBeNamed();
    expect(await count(people.head.actor.email)).toBe(0);
    await sql`update clock set "offset" = '15 days'`;
    for (let times = 0; times < 2; times += 1) await remindToBeNamed();
    expect(await count(people.head.actor.email)).toBe(1);
    expect(await count(people.agmf.actor.email)).toBe(1);
    expect(await count(people.mgmac.actor.email)).toBe(1);
    const [mail] = await mailsTo(people.head.actor.email);
    expect(mail?.words.subject).toBe('Focal point to be named: Bandung');
    expect(mail?.words.action?.href).toBe('/our-city/people');
  });
});
