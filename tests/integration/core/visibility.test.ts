import { describe, expect, it } from 'vitest';
import { APP_ROLE, openDatabase } from '#db/client.ts';
import { getCity, listCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { listNeeds } from '#lib/needs/queries.ts';
import { getPractice, listPractices, listSimilarPractices } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const database = await testDatabase({ seeded: true });
const reader: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const KEY = 'marikina-early-warning';

/** Runs one statement as the application, with these settings, and counts the rows that it sees. */
async function seen(table: string, settings: Record<string, string>): Promise<number> {
  const app = openDatabase({ url: database.url, role: APP_ROLE, max: 1 });
  try {
    return await app.sql.begin(async (tx) => {
      for (const [name, value] of Object.entries(settings))
        await tx`select set_config(${name}, ${value}, true)`;
      const [row] = await tx.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
      return row?.n ?? -1;
    });
  } finally {
    await app.close();
  }
}

const GUARDED = [
  'city',
  'practice',
  'need',
  'topic',
  'topic_term',
  'forum_membership',
  'need_practice',
  'match_evidence',
  'hold_back',
  'audit',
  'event',
  'command',
  'stream',
  'correction',
  'installation',
  'organisation',
  'person',
  'appointment',
  'session',
  'sign_in_request',
  'api_token',
  'invitation',
  'notice',
  'record_draft',
  'record_version',
  'former_key',
  'evidence_review',
  'file',
  'file_content',
  'profile_round',
  'profile_import',
  'city_fact',
  'city_fact_version',
  'city_fact_draft',
];

describe('row policies', () => {
  it.each(GUARDED)('show nothing of %s when no actor is set', async (table) => {
    expect(await seen(table, {})).toBe(0);
  });

  it.each([
    'audit',
    'event',
    'correction',
    'installation',
    'hold_back',
    'person',
    'appointment',
    'session',
    'sign_in_request',
    'api_token',
    'invitation',
    'notice',
    'profile_round',
  ])('show a visitor nothing of %s', async (table) => {
    expect(await seen(table, { 'saling.actor_kind': 'visitor', 'saling.is_trial': 'on' })).toBe(0);
  });

  it('show matches to a person of the city only', async () => {
    const { actor } = (await signIn({ city: 'bandung' }, 'staff')).context;
    const settings = { 'saling.actor_kind': 'visitor', 'saling.is_trial': 'on' };
    expect(await seen('match_evidence', settings)).toBe(0);
    const own = { 'saling.actor_kind': 'person', 'saling.person_id': actor.personId };
    expect(await seen('match_evidence', own)).toBeGreaterThan(0);
    await database.sql`update appointment set to_on = '2026-01-02' where person_id = ${actor.personId}`;
    expect(await seen('match_evidence', own)).toBe(0);
  });

  it('are on for every table of the application but those of the search index and the clock', async () => {
    const rows = await database.sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity order by 1`;
    const open = rows.map((row) => row.name).filter((name) => !name.startsWith('search_'));
    expect(open).toEqual(['clock']);
  });

  it('bind the application, which owns nothing and passes no policy', async () => {
    const [role] =
      await database.sql`select rolsuper, rolbypassrls from pg_roles where rolname = ${APP_ROLE}`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    const owned =
      await database.sql`select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${APP_ROLE}`;
    expect(owned).toHaveLength(0);
  });

  it('would show everything to the owner: the control', async () => {
    const [row] = await database.sql`select count(*)::int as n from practice`;
    expect(row?.n).toBe(160);
  });
});

describe('a withdrawn practice is nowhere', () => {
  it('before: it is found', async () => {
    expect((await getPractice(reader, { id: KEY })).id).toBe(KEY);
    expect(
      (await listPractices(reader, { q: 'marikina early warning' })).items.map(({ id }) => id),
    ).toContain(KEY);
  });

  it('after: not as record, in list, count, facet, search or as something similar', async () => {
    const before = await listPractices(reader, {});
    await database.sql`update practice set state = 'withdrawn' where key = ${KEY}`;
    await expect(getPractice(reader, { id: KEY })).rejects.toMatchObject({ code: 'not-found' });
    const after = await listPractices(reader, {});
    expect(after.total).toBe(before.total - 1);
    const facet = (list: typeof before) =>
      list.facets.country.find(({ value }) => value === 'PH')?.count ?? 0;
    expect(facet(after)).toBe(facet(before) - 1);
    const search = await listPractices(reader, { q: 'marikina early warning' });
    expect(search.items.map(({ id }) => id)).not.toContain(KEY);
    const all = await searchAll(reader, { q: 'marikina early warning' });
    expect(all.items.map(({ id }) => id)).not.toContain(KEY);
    const similar = await listSimilarPractices(reader, { id: 'hat-yai-flood-preparedness', limit: 100 });
    expect(similar.map(({ id }) => id)).not.toContain(KEY);
  });
});

describe('a city that is not public', () => {
  it('answers as not found, and takes its records and its membership with it', async () => {
    const before = await listNeeds(reader, { city: 'bandung' });
    expect(before.total).toBeGreaterThan(0);
    await database.sql`update city set audience = 'members' where key = 'bandung'`;
    await expect(getCity(reader, { slug: 'bandung' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listNeeds(reader, { city: 'bandung' })).total).toBe(0);
    const cities = await listCities(reader, { q: 'bandung' });
    expect(cities.total).toBe(0);
  });
});
