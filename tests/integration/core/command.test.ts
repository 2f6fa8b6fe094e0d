import { describe, expect, it } from 'vitest';
import { importCity } from '#lib/cities/commands.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase();
const job = jobContext('test');
const visitor = { ...job, actor: { kind: 'visitor' as const, isOnTrialCopy: true } };

const city = (slug: string, changes: Record<string, unknown> = {}) => ({
  slug,
  name: 'Test City',
  localName: null,
  country: 'ID' as const,
  kind: 'city' as const,
  latitude: -6.9,
  longitude: 107.6,
  coordinatesNote: null,
  population: 120_000,
  populationYear: 2020,
  populationSource: 'a census',
  isCoastal: null,
  isCapital: false,
  timeZone: 'Asia/Jakarta',
  languages: ['id'],
  smartCitiesPhase: null,
  formerSince: null,
  formerNote: null,
  forumsNote: null,
  forums: [],
  sources: ['https://example.org/city'],
  ...changes,
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof SalingError ? error.code : String(error)),
  );
const count = async (table: string, where: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table} where ${where}`);
  return row?.n ?? -1;
};

describe('a command refuses', () => {
  it('an actor that the policy does not know, as if the thing were not there', async () => {
    expect(await codeOf(importCity(visitor, newId(), city('refused')))).toBe('not-found');
  });

  it('an input that is wrong, naming each field', async () => {
    const wrong = importCity(job, newId(), city('wrong', { latitude: 91, kind: 'village' }));
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      errors: [
        { pointer: '/kind', code: 'unknown-value' },
        { pointer: '/latitude', code: 'too-big' },
      ],
    });
  });

  it('a command id that is none', async () => {
    await expect(importCity(job, 'once', city('no-id'))).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/commandId' }],
    });
  });

  it('and leaves no trace: no row, no audit, no event, no outcome', async () => {
    expect(await count('city', 'true')).toBe(0);
    expect([
      await count('audit', 'true'),
      await count('event', 'true'),
      await count('command', 'true'),
    ]).toEqual([0, 0, 0]);
  });
});

describe('a command that does its work', () => {
  it('writes row, audit row, event and job together', async () => {
    await importCity(job, newId(), city('alpha'));
    const [audit] = await sql`select * from audit where verb = 'city.import'`;
    expect(audit).toMatchObject({
      actor_kind: 'job',
      actor_ref: 'job:test',
      subject_kind: 'city',
      request_id: 'job:test',
    });
    const [event] = await sql`select * from event`;
    expect(event).toMatchObject({ type: 'city.added', payload: { key: 'alpha', version: 1 } });
    const jobs = await sql`select payload from graphile_worker._private_jobs`;
    expect(jobs.map((row) => row.payload)).toContainEqual({ eventId: event?.id });
  });

  it('does nothing the second time with the same content', async () => {
    const before = await count('audit', 'true');
    expect(await importCity(job, newId(), city('alpha'))).toEqual({ changed: false });
    expect(await count('audit', 'true')).toBe(before);
  });

  it('gives the stored outcome to a repeated command id, and does not act again', async () => {
    const id = newId();
    expect(await importCity(job, id, city('beta'))).toEqual({ changed: true });
    expect(await importCity(job, id, city('beta', { name: 'Another name' }))).toEqual({ changed: true });
    expect(await count('city', "name = 'Another name'")).toBe(0);
  });

  it('acts once when the same command comes twice at once', async () => {
    const id = newId();
    const both = await Promise.all([importCity(job, id, city('gamma')), importCity(job, id, city('gamma'))]);
    expect(both).toEqual([{ changed: true }, { changed: true }]);
    expect(await count('audit', `command_id = '${id}'`)).toBe(1);
  });

  it('lets one of two different commands for one new key win', async () => {
    const codes = await Promise.all([
      codeOf(importCity(job, newId(), city('delta', { population: 1 }))),
      codeOf(importCity(job, newId(), city('delta', { population: 2 }))),
    ]);
    expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(0);
    expect(codes.every((code) => code === 'done' || code === 'conflict')).toBe(true);
    expect(await count('city', "key = 'delta'")).toBe(1);
  });

  it('numbers the events of a stream without a gap', async () => {
    for (const population of [11, 12, 13]) await importCity(job, newId(), city('alpha', { population }));
    const [row] = await sql<{ id: string }[]>`select id from city where key = 'alpha'`;
    const events = await sql`select sequence::int from event where stream = ${`city:${row?.id}`} order by 1`;
    expect(events.map((event) => event.sequence)).toEqual([1, 2, 3, 4]);
  });
});

it('leaves a record that a city made its own to the city', async () => {
  await sql`update city set origin = 'city', name = 'Our own name' where key = 'beta'`;
  expect(await importCity(job, newId(), city('beta', { name: 'From the file' }))).toEqual({ changed: false });
  expect(await count('city', "name = 'Our own name'")).toBe(1);
});
