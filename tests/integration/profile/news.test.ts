import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { listServedOffices, listWithoutNews } from '#lib/identity/queries/offices.ts';
import { listTrail } from '#lib/identity/queries/trail.ts';
import { listMails } from '#lib/notices/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { askForNews, unaskForNews } from '#lib/profile/commands/ask-news.ts';
import { listNewsAsked } from '#lib/profile/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const people = {} as Record<'agmf' | 'mgmac' | 'focal' | 'deputy', Context & { actor: { email: string } }>;
beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.focal = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  people.deputy = (await signIn({ city: 'bandung' }, 'deputy')).context;
});
const citySlug = 'bandung';
const waiting = async (context: Context) =>
  (await listWithoutNews(context, {})).map(({ office }) => office.citySlug);
const ask = (context: Context, slug = citySlug) => askForNews(context, newId(), { citySlug: slug });
const mails = async (who: keyof typeof people) =>
  (await mailsTo(people[who].actor.email)).filter(({ words }) => words.subject === 'News of Bandung?');

describe('a secretariat asks a city for news', () => {
  it('which it serves and of which there is none; others do not find it', async () => {
    await expect(ask(people.focal)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(people.mgmac)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(people.agmf, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
    // Without a focal point there is nobody to ask.
    const [other] = (await listServedOffices(people.agmf, {})).filter(
      (office) => office.citySlug !== null && office.citySlug !== citySlug,
    );
    await expect(ask(people.agmf, other?.citySlug ?? '')).rejects.toMatchObject({ code: 'not-found' });
    expect(await waiting(people.agmf)).toEqual([citySlug]);
    await runJobs(url);
    expect([await mails('focal'), await mails('deputy')]).toEqual([[], []]);
  });

  it('can take it back for ten minutes, before a mail goes out', async () => {
    await expect(unaskForNews(people.agmf, newId(), { citySlug })).rejects.toMatchObject({
      code: 'not-found',
    });
    await ask(people.agmf);
    await runJobs(url);
    expect(await mails('focal')).toHaveLength(1);
    await unaskForNews(people.agmf, newId(), { citySlug });
    await runJobs(url);
    expect(await mails('focal')).toEqual([]);
    expect((await listNewsAsked(people.agmf, {})).size).toBe(0);
  });

  it('once, whoever presses at the same moment, and again after two weeks', async () => {
    const both = await Promise.allSettled([ask(people.agmf), ask(people.agmf)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await runJobs(url);
    const [[focal], [deputy]] = [await mails('focal'), await mails('deputy')];
    expect(focal?.words.paragraphs.join(' ')).toContain(
      'The AGMF Secretariat asks how the profile of Bandung',
    );
    expect(deputy?.words.action?.href).toBe('/our-city');
    const [{ held } = { held: 0 }] = await sql<{ held: number }[]>`
      select round(extract(epoch from due_at - created_at) / 60)::int as held from notice where template = 'profile-news' limit 1`;
    expect(held).toBe(10);
    expect([...(await listNewsAsked(people.agmf, {})).keys()]).toEqual([citySlug]);
    expect((await listNewsAsked(people.mgmac, {})).size).toBe(0);
    await sql`update clock set "offset" = '11 minutes'`;
    await expect(unaskForNews(people.agmf, newId(), { citySlug })).rejects.toMatchObject({
      code: 'conflict',
      params: { reason: 'undo-over' },
    });
    await expect(ask(people.agmf)).rejects.toMatchObject({ params: { reason: 'asked' } });
    await sql`update clock set "offset" = '14 days 1 minute'`;
    expect((await listNewsAsked(people.agmf, {})).size).toBe(0);
    expect(await ask(people.agmf)).toEqual({ changed: true });
    await runJobs(url);
    expect(await mails('focal')).toHaveLength(2);
  });

  it('which stands in its trail and its log of mails', async () => {
    const { items } = await listTrail(people.agmf, { days: 30, kind: 'city' });
    expect(items.filter(({ verb }) => verb.endsWith('-news')).map(({ verb, key }) => [verb, key])).toEqual([
      ['profile.ask-news', citySlug],
      ['profile.ask-news', citySlug],
      ['profile.unask-news', citySlug],
      ['profile.ask-news', citySlug],
    ]);
    const log = (await listMails(people.agmf, {})).items.map(({ subject }) => subject);
    expect(log.filter((subject) => subject === 'News of Bandung?')).toHaveLength(4);
  });

  it('no longer once the city has said something itself', async () => {
    await sql`
      insert into city_fact (city_id, key, version, state, value, confirmed_at, said_role)
      select id, 'area', 1, 'stated', '1', saling_now(), 'staff' from city where key = ${citySlug}`;
    expect(await waiting(people.agmf)).toEqual([]);
    await sql`update clock set "offset" = '8 months'`;
    expect(await waiting(people.agmf)).toEqual([citySlug]);
  });
});
