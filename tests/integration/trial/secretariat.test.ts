import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { setMembership } from '#lib/cities/commands.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { askCorrection, closeCorrection } from '#lib/corrections/commands.ts';
import { listCorrections, listOwnCorrections } from '#lib/corrections/queries.ts';
import * as appointments from '#lib/identity/commands/appointments.ts';
import * as invitations from '#lib/identity/commands/invitations.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { resendMail } from '#lib/notices/commands/resend.ts';
import { newId } from '#lib/platform/ids.ts';
import { reviewEvidence } from '#lib/practices/commands/evidence.ts';
import * as practices from '#lib/practices/commands/writing.ts';
import { WATCH_CHANNEL } from '#lib/publishing/contract.ts';
import { startAgain } from '#lib/trial/commands.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const here: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: true },
  language: 'en',
  requestId: 'test',
};
const sitAt = async (seat: Parameters<typeof sitDown>[1]): Promise<Context> => {
  const session = await sitDown(here, seat);
  return { ...here, actor: await actorOf({ session, isOnTrialCopy: true }) };
};

const real = {} as Record<'officer' | 'mgmac' | 'bandung', Context>;
const desks = {} as Record<'agmf' | 'mgmac' | 'bandung' | 'office', Context>;
const ids = {} as Record<'named' | 'confirmed' | 'invited' | 'withdrawn' | 'correction' | 'mail', string>;
const PRACTICE = 'bandung-kang-pisman';

beforeAll(async () => {
  real.officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  real.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  real.bandung = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  desks.agmf = await sitAt({ desk: 'agmf' });
  desks.mgmac = await sitAt({ desk: 'mgmac' });
  desks.bandung = await sitAt({ desk: 'bandung' });
  desks.office = await sitAt({ desk: 'bandung-office' });
  const invite = async (email: string) =>
    (await inviteToOffice(real.officer, newId(), { office: 'city:bandung', role: 'deputy', email })).id;
  ids.invited = await invite('one@office.example');
  ids.withdrawn = await invite('two@office.example');
  await invitations.withdrawInvitation(real.officer, newId(), { invitationId: ids.withdrawn });
  const { actor } = (await signIn({ city: 'bandung' }, 'staff')).context;
  ids.confirmed = actor.appointments[0]?.id ?? '';
  const { actor: other } = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
  ids.named = other.appointments[0]?.id ?? '';
  await sql`update appointment set state = 'named', letter_reference = '1' where id = ${ids.named}`;
  ids.correction = (
    await askCorrection({ ...here, actor: { kind: 'visitor', isOnTrialCopy: false } }, newId(), {
      recordKind: 'city',
      recordKey: 'bandung',
      wish: 'correction',
      message: 'A year is wrong.',
    })
  ).id;
  await sql`update practice set proposed_evidence = 'measured' where key = ${PRACTICE}`;
  ids.mail = newId();
  await sql`
    insert into notice (id, key, email, language, template, params, state, tries)
    values (${ids.mail}, ${ids.mail}, 'one@office.example', 'en', 'invitation', '{}', 'failed', 1)`;
  await runJobs(url);
});

/** Everything that is real, but the trail of what was tried. */
async function everythingReal(): Promise<string[]> {
  const seen: string[] = [];
  for (const table of [
    'appointment',
    'invitation',
    'practice',
    'need',
    'person',
    'notice',
    'evidence_review',
    'record_draft',
    'correction',
  ]) {
    const [row] = await sql`
      select md5(coalesce(string_agg(t::text, '' order by t.id), '')) as digest from ${sql(table)} t where not is_trial`;
    seen.push(`${table} ${row?.digest}`);
  }
  for (const table of ['forum_membership', 'organisation', 'city']) {
    const [row] = await sql`
      select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${sql(table)} t`;
    seen.push(`${table} ${row?.digest}`);
  }
  return seen;
}

type Try = (context: Context) => Promise<unknown>;
const appointment = (): { appointmentId: string } => ({ appointmentId: ids.named });
const TRIES: Record<string, [Try, ...(keyof typeof desks)[]]> = {
  'a membership': [
    (context) => setMembership(context, newId(), { slug: 'bandung', forum: 'AGMF', status: 'member' }),
    'agmf',
    'mgmac',
  ],
  'a confirmation': [
    (context) => appointments.confirmAppointment(context, newId(), appointment()),
    'agmf',
    'office',
  ],
  'the end of an appointment': [
    (context) => appointments.endAppointment(context, newId(), { appointmentId: ids.confirmed }),
    'agmf',
    'office',
    'bandung',
  ],
  'an undone confirmation': [
    (context) => appointments.unconfirmAppointment(context, newId(), { appointmentId: ids.confirmed }),
    'agmf',
    'office',
  ],
  'a letter': [
    (context) => appointments.nameLetter(context, newId(), { ...appointment(), letterReference: '2' }),
    'agmf',
    'office',
  ],
  'the days of an appointment': [
    (context) =>
      appointments.changeDates(context, newId(), { ...appointment(), fromOn: '2026-02-01', version: 1 }),
    'agmf',
    'office',
  ],
  'an invitation taken back': [
    (context) => invitations.withdrawInvitation(context, newId(), { invitationId: ids.invited }),
    'agmf',
    'office',
    'bandung',
  ],
  'an invitation sent again': [
    (context) => invitations.resendInvitation(context, newId(), { invitationId: ids.invited }),
    'agmf',
  ],
  'an invitation opened again': [
    (context) => invitations.reopenInvitation(context, newId(), { invitationId: ids.withdrawn }),
    'agmf',
  ],
  'a new body of observers': [
    (context) =>
      inviteToOffice(context, newId(), {
        office: 'observer:Anybody',
        role: 'observer',
        email: 'a@office.example',
      }),
    'agmf',
    'mgmac',
  ],
  'a request of a reader': [
    (context) => closeCorrection(context, newId(), { correctionId: ids.correction }),
    'agmf',
    'mgmac',
  ],
  'a mail': [(context) => resendMail(context, newId(), { noticeId: ids.mail }), 'agmf', 'mgmac'],
  'a kind of evidence': [
    (context) => reviewEvidence(context, newId(), { id: PRACTICE, version: 1, isAgreed: true }),
    'agmf',
  ],
  'a record withdrawn': [(context) => practices.withdrawPractice(context, newId(), { id: PRACTICE }), 'agmf'],
  'a record revised': [(context) => practices.revisePractice(context, newId(), { id: PRACTICE }), 'agmf'],
};

describe('a desk of the trial copy cannot change what is real', () => {
  it.each(Object.entries(TRIES))('%s', async (_what, [attempt, ...who]) => {
    const before = await everythingReal();
    for (const desk of who) {
      const outcome = await attempt(desks[desk]).then(
        () => 'done',
        (error: unknown) => (error instanceof SalingError ? error.code : String(error)),
      );
      expect([desk, outcome]).toEqual([desk, expect.stringMatching(/^(not-found|not-allowed|conflict)$/)]);
    }
    expect(await everythingReal()).toEqual(before);
  });

  it('nor read who asked for a correction, which a real officer does: the control', async () => {
    expect(await listCorrections(desks.agmf)).toEqual([]);
    expect((await listCorrections(real.officer)).map(({ id }) => id)).toEqual([ids.correction]);
    expect(await closeCorrection(real.officer, newId(), { correctionId: ids.correction })).toEqual({
      changed: true,
    });
    const end = appointments.endAppointment(real.officer, newId(), { appointmentId: ids.confirmed });
    expect(await end).toEqual({ changed: true });
    await runJobs(url);
  });
});

describe('what a desk of the trial copy does stays at the desks', () => {
  it('an invitation is a trial one, its mail is kept, and it goes with "Start again"', async () => {
    const before = await everythingReal();
    const input = { office: 'city:bandung', role: 'staff' as const, email: 'somebody@office.example' };
    const { id, state } = await inviteToOffice(desks.agmf, newId(), input);
    expect(state).toBe('made');
    await runJobs(url);
    expect(await sql`select is_trial from invitation where id = ${id}`).toEqual([{ is_trial: true }]);
    const [mail] = await sql`select is_trial, state from notice where email = 'somebody@office.example'`;
    expect(mail).toEqual({ is_trial: true, state: 'kept' });
    expect(await mailsTo('somebody@office.example')).toHaveLength(1);
    await startAgain(here, newId());
    expect(await sql`select 1 from invitation where id = ${id}`).toEqual([]);
    expect(await mailsTo('somebody@office.example')).toEqual([]);
    expect(await everythingReal()).toEqual(before);
  });

  it.each(['at a desk', 'before sitting down'])('a request that is asked %s is for desks', async (where) => {
    const before = await everythingReal();
    const wish = { recordKind: 'practice' as const, recordKey: PRACTICE, wish: 'removal' as const };
    const asker = where === 'at a desk' ? await sitAt({ desk: 'tacloban' }) : here;
    const { id } = await askCorrection(asker, newId(), { ...wish, message: 'It ended.' });
    const agmf = await sitAt({ desk: 'agmf' });
    const bandung = await sitAt({ desk: 'bandung' });
    const citySlug = 'bandung';
    expect((await listCorrections(agmf)).map((one) => one.id)).toEqual([id]);
    expect((await listOwnCorrections(bandung, { citySlug })).map((one) => one.id)).toEqual([id]);
    expect((await listCorrections(real.officer)).map((one) => one.id)).not.toContain(id);
    // The command line lists it, too, and says that it is of the trial.
    expect(await listCorrections(jobContext('cli'))).toContainEqual(
      expect.objectContaining({ id, isTrial: true }),
    );
    expect(await listOwnCorrections(real.bandung, { citySlug })).toHaveLength(0);
    await expect(closeCorrection(real.officer, newId(), { correctionId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await closeCorrection(agmf, newId(), { correctionId: id })).toEqual({ changed: true });
    expect((await startAgain(here, newId())).requests).toBe(1);
    expect(await sql`select 1 from correction where id = ${id}`).toEqual([]);
    expect(await everythingReal()).toEqual(before);
  });

  it('a record changes no open page of a real office, and no word of the search; a real record does: the control', async () => {
    const listener = postgres(url, { max: 1, onnotice: () => undefined });
    const heard: { slugs: string[]; isTrial: boolean }[] = [];
    await listener.listen(WATCH_CHANNEL, (text) => heard.push(JSON.parse(text)));
    const words = () => sql`
      select (select count(*) from search_document) as documents, (select count(*) from search_posting) as postings,
        (select md5(string_agg(term || frequency, ',' order by term)) from search_term) as terms`;
    const publish = async (context: Context, title: string) => {
      const { id } = await practices.startPractice(context, newId(), {
        citySlug: 'bandung',
        language: 'en',
        title,
      });
      const fields = {
        summary: 'Separation of wet and dry waste at the source, with a word of its own: zyxwvutaq.',
        topics: ['solid-waste'],
      };
      const { version } = await practices.savePractice(context, newId(), { id, version: 1, fields });
      await practices.sendPractice(context, newId(), { id, version });
      return { id, version };
    };
    const before = await words();
    const tried = await publish(await sitAt({ desk: 'bandung' }), 'Tried');
    await practices.publishPractice(await sitAt({ desk: 'bandung-office' }), newId(), tried);
    await runJobs(url);
    await expect.poll(() => heard.some(({ slugs }) => slugs.includes('bandung'))).toBe(true);
    expect(heard.filter(({ isTrial }) => !isTrial)).toEqual([]);
    expect(await words()).toEqual(before);

    const head = await signIn({ city: 'bandung' }, 'head-of-office');
    await practices.publishPractice(head.context, newId(), await publish(real.bandung, 'Real'));
    await runJobs(url);
    await expect
      .poll(() => heard.some(({ slugs, isTrial }) => !isTrial && slugs.includes('bandung')))
      .toBe(true);
    expect(await words()).not.toEqual(before);
    await listener.end({ timeout: 1 });
  });
});
