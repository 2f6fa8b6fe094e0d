import { beforeAll, describe, expect, it } from 'vitest';
import { setMembership, undoMembership } from '#lib/cities/commands.ts';
import { getCity, listUnansweredMemberships } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { askCorrection, closeCorrection, reopenCorrection } from '#lib/corrections/commands.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { listTrail } from '#lib/identity/queries/trail.ts';
import { remindToBeNamed } from '#lib/notices/commands/remind.ts';
import { resendMail } from '#lib/notices/commands/resend.ts';
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

describe('what was recorded of a membership', () => {
  const kupang = { slug: 'kupang', forum: 'AGMF' as const };
  const shown = async () =>
    (await getCity(visitor, { slug: kupang.slug })).forums.filter(({ forum }) => forum === kupang.forum);
  const set = (status: 'member' | 'observer') =>
    setMembership(people.agmf, newId(), { ...kupang, status, since: '2026-01-01' });
  const undo = (context: Context) => undoMembership(context, newId(), kupang);

  it('is taken back by an officer of that forum only, and only once', async () => {
    const before = await shown();
    await set('observer');
    expect(await shown()).not.toEqual(before);
    await expect(undo(visitor)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(undo(people.mgmac)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await undo(people.agmf)).toEqual({ changed: true });
    expect(await shown()).toEqual(before);
    await expect(undo(people.agmf)).rejects.toMatchObject({ params: { reason: 'nothing-to-undo' } });
  });

  it('stands again as it was recorded before, of two presses by one', async () => {
    await set('member');
    const before = await shown();
    await set('observer');
    const both = await Promise.allSettled([undo(people.agmf), undo(people.agmf)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await shown()).toEqual(before);
  });

  it('stays after ten minutes', async () => {
    await set('observer');
    await sql`update forum_membership set recorded_at = recorded_at - interval '11 minutes'
      where city_id = (select id from city where key = 'kupang')`;
    await expect(undo(people.agmf)).rejects.toMatchObject({ params: { reason: 'undo-over' } });
    expect(await shown()).toMatchObject([{ status: 'observer' }]);
  });
});

describe('trail and mails', () => {
  it('say that a mail was sent again, to who reads that mail', async () => {
    const [noticeId, email] = [newId(), `${newId()}@office.example`];
    await inviteToOffice(people.head, newId(), { office: 'city:bandung', role: 'staff', email });
    await sql`
      insert into notice (id, key, email, language, template, params, state, due_at)
      values (${noticeId}, ${noticeId}, ${email}, 'en', 'appointment-ended', ${sql.json({ office: 'Bandung', role: 'staff', kind: 'city_office' })}, 'failed', saling_now() - interval '1 hour')`;
    await resendMail(people.agmf, newId(), { noticeId });
    const acts = async (context: Context) =>
      (await listTrail(context, { days: 30, kind: 'mail' })).items.map(({ verb, subjectId, officeName }) => [
        verb,
        subjectId,
        officeName,
      ]);
    expect(await acts(people.agmf)).toEqual([['mail.resend', noticeId, 'AGMF Secretariat']]);
    expect(await acts(people.mgmac)).toEqual([]);
  });

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
