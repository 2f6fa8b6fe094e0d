import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import {
  confirmAppointment,
  endAppointment,
  resumeAppointment,
  unconfirmAppointment,
} from '#lib/identity/commands/appointments.ts';
import { erasePerson } from '#lib/identity/commands/personal-data.ts';
import { getAppointment } from '#lib/identity/queries/offices.ts';
import { resendMail } from '#lib/notices/commands/resend.ts';
import { listMails } from '#lib/notices/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const people = {} as Record<'agmf' | 'mgmac' | 'staff', Context>;
beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.staff = (await signIn({ city: 'bandung' }, 'staff')).context;
});

/** Somebody of Bandung with this appointment, and her address. */
async function someone(role: 'focal-point' | 'staff', state: 'named' | 'confirmed', city = 'bandung') {
  const [appointmentId, personId] = [newId(), newId()];
  const email = `${personId}@office.example`;
  await sql`insert into person (id, email, name) values (${personId}, ${email}, 'Sari')`;
  await sql`
    insert into appointment (id, organisation_id, person_id, role, state, from_on, to_on, letter_reference, confirmed_at)
    select ${appointmentId}, o.id, ${personId}, ${role}, ${state}, '2026-01-01', '2099-12-31', '180/12',
      ${state === 'confirmed' ? sql`saling_now()` : null}
    from organisation o join city c on c.id = o.city_id where c.key = ${city}`;
  return { appointmentId, email };
}
const rowOf = async (id: string) => (await sql`select * from appointment where id = ${id}`)[0];
const subjects = async (email: string) => (await mailsTo(email)).map(({ words }) => words.subject);
const later = async <Result>(minutes: number, run: () => Promise<Result>): Promise<Result> => {
  await sql`update clock set "offset" = make_interval(mins => ${minutes})`;
  try {
    return await run();
  } finally {
    await sql`update clock set "offset" = '0'`;
  }
};

describe('an end is not undone', () => {
  it('by others than who may end it, nor by the person herself', async () => {
    const { appointmentId } = await someone('staff', 'confirmed');
    await endAppointment(people.agmf, newId(), { appointmentId });
    for (const [who, code] of [
      [people.mgmac, 'not-found'],
      [people.staff, 'not-allowed'],
    ] as const) {
      await expect(resumeAppointment(who, newId(), { appointmentId })).rejects.toMatchObject({ code });
    }
  });

  it('after ten minutes', async () => {
    const { appointmentId } = await someone('staff', 'confirmed');
    await endAppointment(people.agmf, newId(), { appointmentId });
    const late = later(11, () => resumeAppointment(people.agmf, newId(), { appointmentId }));
    await expect(late).rejects.toMatchObject({ code: 'conflict', params: { reason: 'too-late' } });
  });

  it('where somebody else has the role by now', async () => {
    const first = await someone('focal-point', 'confirmed', 'cimahi');
    const second = await someone('focal-point', 'named', 'cimahi');
    await endAppointment(people.agmf, newId(), first);
    await confirmAppointment(people.agmf, newId(), second);
    await expect(resumeAppointment(people.agmf, newId(), first)).rejects.toMatchObject({
      params: { reason: 'held' },
    });
  });

  it('of a person who erased herself', async () => {
    const { context } = await signIn({ city: 'bogor' }, 'staff');
    const appointmentId = context.actor.appointments[0]?.id ?? '';
    await erasePerson(context, newId(), {});
    await expect(resumeAppointment(people.agmf, newId(), { appointmentId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an end is undone', () => {
  it('with the last day that there was, once, also when pressed twice at once', async () => {
    const { appointmentId } = await someone('staff', 'confirmed');
    await endAppointment(people.agmf, newId(), { appointmentId });
    expect((await getAppointment(people.agmf, { id: appointmentId })).may.undo).toBe(true);
    const both = await Promise.all(
      [newId(), newId()].map((command) => resumeAppointment(people.agmf, command, { appointmentId })),
    );
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await rowOf(appointmentId)).toMatchObject({ state: 'confirmed', ended_at: null, version: 3 });
    const [row] = await sql`select to_on::text as last from appointment where id = ${appointmentId}`;
    expect(row?.last).toBe('2099-12-31');
  });

  it('before anybody is told of it', async () => {
    const [ended, undone] = [await someone('staff', 'confirmed'), await someone('staff', 'confirmed')];
    for (const one of [ended, undone]) await endAppointment(people.agmf, newId(), one);
    await runJobs(url);
    const [held] = await sql`
      select due_at > saling_now() + interval '9 minutes' as is_held from notice where email = ${ended.email}`;
    expect(held).toEqual({ is_held: true });
    await resumeAppointment(people.agmf, newId(), undone);
    await runJobs(url);
    expect(await subjects(ended.email)).toHaveLength(1);
    expect(await subjects(undone.email)).toEqual([]);
  });
});

describe('a confirmation', () => {
  it('is undone within ten minutes, and its mail is not sent', async () => {
    const [early, late] = [await someone('staff', 'named'), await someone('staff', 'named')];
    for (const one of [early, late]) await confirmAppointment(people.agmf, newId(), one);
    await runJobs(url);
    await unconfirmAppointment(people.agmf, newId(), early);
    const refused = later(11, () => unconfirmAppointment(people.agmf, newId(), late));
    await expect(refused).rejects.toMatchObject({ params: { reason: 'too-late' } });
    await runJobs(url);
    expect(await subjects(early.email)).toEqual([]);
    expect(await subjects(late.email)).toHaveLength(1);
  });

  it('in the place of another tells both, and names the other, so that both are put back', async () => {
    const first = await someone('focal-point', 'confirmed', 'sumedang');
    const second = await someone('focal-point', 'named', 'sumedang');
    const done = await confirmAppointment(people.agmf, newId(), { ...second, replaces: true });
    expect(done).toEqual({ changed: true, ended: first.appointmentId });
    await runJobs(url);
    expect(await subjects(first.email)).toHaveLength(1);
    expect(await subjects(second.email)).toHaveLength(1);
    await unconfirmAppointment(people.agmf, newId(), second);
    await resumeAppointment(people.agmf, newId(), first);
    await runJobs(url);
    expect([...(await subjects(first.email)), ...(await subjects(second.email))]).toEqual([]);
    expect((await rowOf(first.appointmentId))?.state).toBe('confirmed');
  });
});

describe('a mail that failed', () => {
  async function failed(changes: { expires?: string; tries?: number; minutes?: number } = {}) {
    const [id, { email }] = [newId(), await someone('staff', 'confirmed')];
    await sql`
      insert into notice (id, key, person_id, email, language, template, params, state, tries, due_at, expires_at, problem)
      select ${id}, ${id}, p.id, ${email}, 'en', 'appointment-ended', '{"office":"Bandung","kind":"city_office","role":"staff"}',
        'failed', ${changes.tries ?? 12}, saling_now() - make_interval(mins => ${changes.minutes ?? 60}),
        ${changes.expires ?? null}, '550 no such mailbox'
      from person p where p.email = ${email}`;
    return id;
  }
  const again = (who: Context, noticeId: string) => resendMail(who, newId(), { noticeId });

  it('is not for others than the secretariat that serves the office to send again', async () => {
    const id = await failed();
    for (const who of [people.mgmac, people.staff]) {
      await expect(again(who, id)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it.each([
    ['when it is of no use any more', { expires: '2020-01-01' }, { params: { reason: 'out-of-date' } }],
    ['within ten minutes of its last try', { minutes: 5 }, { code: 'too-many' }],
    ['after twice the usual tries', { tries: 24 }, { code: 'too-many' }],
  ])('is not sent again %s', async (_when, changes, expected) => {
    await expect(again(people.agmf, await failed(changes))).rejects.toMatchObject(expected);
  });

  it('waits to be sent again, once, also when pressed twice at once, and its tries are counted on', async () => {
    const id = await failed();
    const log = async (state: 'failed' | 'queued') =>
      (await listMails(people.agmf, { state })).items.filter((mail) => mail.id === id);
    expect(await log('failed')).toMatchObject([{ isRepeatable: true }]);
    const both = await Promise.all([again(people.agmf, id), again(people.agmf, id)]);
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await log('failed')).toEqual([]);
    expect(await log('queued')).toHaveLength(1);
    const [row] = await sql`select tries, problem from notice where id = ${id}`;
    expect(row).toEqual({ tries: 12, problem: null });
    const [job] =
      await sql`select count(*)::int as n from graphile_worker.jobs where key = ${`notice:${id}`}`;
    expect(job).toEqual({ n: 1 });
  });
});
