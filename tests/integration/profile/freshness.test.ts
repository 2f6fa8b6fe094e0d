import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { newId } from '#lib/platform/ids.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { sweepProfiles } from '#lib/profile/commands/remind.ts';
import { getLinkedProfile, getProfileNews } from '#lib/profile/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const KEY = 'bandung-kang-pisman';
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const writer = (await signIn({ city: 'bandung' }, 'focal-point')).context;
const staff = (await signIn({ city: 'bandung' }, 'staff')).context;
const other = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
const asked = { citySlug: 'bandung' };

const moveClock = (days: number) => sql`
  insert into clock (id, "offset") values (1, make_interval(days => ${days}))
  on conflict (id) do update set "offset" = excluded."offset"`;
const confirmedAt = async () =>
  (await sql<{ at: Date }[]>`select confirmed_at as at from practice where key = ${KEY}`)[0]?.at;
const rounds = () =>
  sql`select r.* from profile_round r join city c on c.id = r.city_id where c.key = 'bandung'`;
const mails = async () => (await mailsTo(writer.actor.email)).map(({ words }) => words.subject);
const confirmations = () =>
  sql`select actor_kind, after from audit where verb = 'profile.confirm' order by id`;

/** The link of the newest mail, as whoever opens it. */
async function linked(): Promise<Context> {
  const [mail] = await mailsTo(writer.actor.email);
  const token = new URL(mail?.words.action?.href ?? '', 'http://x').searchParams.get('token') ?? '';
  const link = await readLinkOf('confirm-profile', token);
  if (link.state !== 'open') throw new Error(`the link is ${link.state}`);
  return { ...visitor, actor: linkActor('confirm-profile', link) };
}

beforeEach(async () => {
  await moveClock(0);
  await sql`delete from notice`;
  await sql`delete from profile_round`;
  await sql`delete from audit where verb like 'profile.%'`;
  await sql`delete from event where type like 'profile.%'`;
  await sql`update practice set origin = 'city', confirmed_at = now() where key = ${KEY}`;
});

describe('confirming a profile is refused', () => {
  it('to visitors, other cities and, politely, to staff', async () => {
    for (const who of [visitor, other]) {
      await expect(confirmProfile(who, newId(), asked)).rejects.toMatchObject({ code: 'not-found' });
      await expect(getProfileNews(who, asked)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(confirmProfile(staff, newId(), asked)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await getProfileNews(staff, asked)).mayConfirm).toBe(false);
  });

  it('by a link for another city, of another purpose, or that was made up', async () => {
    await moveClock(190);
    await sweepProfiles();
    const link = await linked();
    const elsewhere = confirmProfile(link, newId(), { citySlug: 'tacloban' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
    if (link.actor.kind !== 'link') throw new Error('no link');
    for (const actor of [
      { ...link.actor, purpose: 'invitation' as const },
      { ...link.actor, subject: newId() },
      { ...link.actor, personId: other.actor.personId },
      { ...link.actor, personId: null },
    ]) {
      const refused = { code: 'not-found' };
      await expect(confirmProfile({ ...link, actor }, newId(), asked)).rejects.toMatchObject(refused);
    }
    expect((await readLinkOf('confirm-profile', 'made.up')).state).toBe('unknown');
    expect(await confirmations()).toHaveLength(0);
  });

  it('by a link of somebody who speaks for the city no more', async () => {
    await moveClock(190);
    await sweepProfiles();
    const link = await linked();
    await sql`update appointment set role = 'staff' where person_id = ${writer.actor.personId}`;
    await expect(confirmProfile(link, newId(), asked)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getLinkedProfile(link, {})).rejects.toMatchObject({ code: 'not-found' });
    await sql`update appointment set role = 'focal-point' where person_id = ${writer.actor.personId}`;
  });
});

describe('a profile that nobody confirms', () => {
  it('is asked for, counts less a month after that, and is asked about once more; each mail once', async () => {
    const said: [number, number][] = [];
    for (const day of [181, 183, 211, 214, 390, 400, 900]) {
      await moveClock(day);
      await Promise.all([sweepProfiles(), sweepProfiles()]);
      said.push([day, (await mails()).length]);
    }
    expect(said).toEqual([
      [181, 0],
      [183, 1],
      [211, 1],
      [214, 2],
      [390, 2],
      [400, 3],
      [900, 3],
    ]);
    expect((await mails()).map((subject) => subject.split(':')[0]?.split('?')[0])).toEqual([
      'Should this stay published',
      'Not confirmed yet',
      'Is this still right',
    ]);
    const events = await sql<
      { type: string }[]
    >`select type from event where type like 'profile.%' order by id`;
    expect(events.map(({ type }) => type)).toEqual(['profile.asked', 'profile.faded', 'profile.asked']);
  });

  it('is not asked for where nobody is in office: no step without its announcement', async () => {
    await sql`update practice set origin = 'city', confirmed_at = now() where city_id = (select id from city where key = 'hue')`;
    await moveClock(800);
    await sweepProfiles();
    expect(
      await sql`select 1 from profile_round r join city c on c.id = r.city_id where c.key = 'hue'`,
    ).toHaveLength(0);
  });

  it('counts less in the order of partners, until it is confirmed', async () => {
    const worth = async () => {
      await recomputeMatches({ isForced: true });
      const [row] = await sql<{ n: number }[]>`select coalesce(sum(learn), 0)::float as n from match_evidence
        where other_city_id = (select id from city where key = 'bandung') and not is_trial`;
      return row?.n ?? 0;
    };
    // The year counts too: all is measured on one day.
    await moveClock(214);
    const before = await worth();
    for (const day of [183, 214]) {
      await moveClock(day);
      await sweepProfiles();
    }
    expect(await worth()).toBeLessThan(before);
    await confirmProfile(writer, newId(), asked);
    expect(await worth()).toBe(before);
  });
});

describe('one click', () => {
  it('in a session confirms all that the city says, with audit row and event; compiled records stay', async () => {
    await moveClock(190);
    await sweepProfiles();
    expect(await getProfileNews(writer, asked)).toMatchObject({
      isDue: true,
      isFaded: false,
      mayConfirm: true,
      statements: [{ kind: 'practice', id: KEY }],
    });
    const commandId = newId();
    const first = await confirmProfile(writer, commandId, asked);
    expect(first).toEqual({ count: 1 });
    expect(await confirmProfile(writer, commandId, asked)).toEqual(first);
    expect(await confirmations()).toMatchObject([
      { actor_kind: 'person', after: { practices: 1, needs: 0 } },
    ]);
    expect(await sql`select 1 from event where type = 'profile.confirmed'`).toHaveLength(1);
    expect(await rounds()).toHaveLength(0);
    expect(await getProfileNews(writer, asked)).toMatchObject({ isDue: false, fadesAt: null });
    const [compiled] = await sql<
      { n: number }[]
    >`select count(*)::int as n from practice where origin = 'compiled' and confirmed_at is not null`;
    expect(compiled?.n).toBe(0);
  });

  it('from the mail does the same once; the link is then used up', async () => {
    await moveClock(190);
    await sweepProfiles();
    const link = await linked();
    expect(await getLinkedProfile(link, {})).toMatchObject({ city: { slug: 'bandung' }, mayConfirm: true });
    const before = await confirmedAt();
    const both = await Promise.allSettled([
      confirmProfile(link, newId(), asked),
      confirmProfile(link, newId(), asked),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await confirmedAt())?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    expect(await confirmations()).toMatchObject([{ actor_kind: 'link' }]);
    await expect(getLinkedProfile(link, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('closes the round also when the records were confirmed one by one', async () => {
    await moveClock(190);
    await sweepProfiles();
    expect(await rounds()).toHaveLength(1);
    await sql`update practice set confirmed_at = saling_now() where key = ${KEY}`;
    await sweepProfiles();
    expect(await rounds()).toHaveLength(0);
  });
});
