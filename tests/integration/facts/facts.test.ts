import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSeedFiles } from '#db/seed/files.ts';
import { cityInput } from '#db/seed/mapping.ts';
import { SAMPLE_FOLDER } from '#db/seed/seed.ts';
import { importCity } from '#lib/cities/commands.ts';
import type { FactContent } from '#lib/cities/contract.ts';
import { getCity, listCities } from '#lib/cities/queries.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { confirmFact, removeFact, undoFact } from '#lib/facts/commands/saying.ts';
import { discardFact, saveFact, stateFact } from '#lib/facts/commands/writing.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { getProfileNews } from '#lib/profile/queries.ts';
import { startAgain } from '#lib/trial/commands.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: true },
  language: 'en',
  requestId: 'test',
};
const people: Record<string, Context> = { visitor };
const bandung = { citySlug: 'bandung', key: 'population' as const };
const content: FactContent = {
  value: ['2.506.603'],
  year: '2023',
  sourceTitle: 'BPS Kota Bandung',
  sourceUrl: 'https://bandungkota.bps.go.id/',
};

beforeAll(async () => {
  people.focal = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  people.deputy = (await signIn({ city: 'bandung' }, 'deputy')).context;
  people.staff = (await signIn({ city: 'bandung' }, 'staff')).context;
  people.other = (await signIn({ city: 'surabaya' }, 'focal-point')).context;
  people.officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.desk = (await signIn({ city: 'bandung' }, 'focal-point', { isTrial: true })).context;
  people.beside = (await signIn({ city: 'tacloban' }, 'focal-point', { isTrial: true })).context;
});
beforeEach(async () => {
  for (const table of ['city_fact', 'city_fact_version', 'city_fact_draft'])
    await sql`delete from ${sql(table)}`;
});

const person = (name: string): Context => {
  const context = people[name];
  if (context === undefined) throw new Error(`nobody is called ${name}`);
  return context;
};
const state = (who: string, given: Partial<FactContent> = {}, version = 0) =>
  stateFact(person(who), newId(), { ...bandung, version, content: { ...content, ...given } });
const seenBy = async (who: string) => {
  const city = await getCity(person(who), { slug: 'bandung' });
  return city.facts.find((fact) => fact.key === 'population');
};
const own = async (who = 'focal') =>
  (await listOwnFacts(person(who), { citySlug: 'bandung' })).find((fact) => fact.key === 'population');

describe('refusals', () => {
  it.each(['visitor', 'other', 'officer'])(
    '%s finds no fact to write, state, confirm or remove',
    async (who) => {
      const input = { ...bandung, version: 0 };
      const all = [
        saveFact(person(who), newId(), { ...input, content }),
        stateFact(person(who), newId(), { ...input, content }),
        confirmFact(person(who), newId(), input),
        removeFact(person(who), newId(), input),
        undoFact(person(who), newId(), input),
        discardFact(person(who), newId(), input),
        listOwnFacts(person(who), { citySlug: 'bandung' }),
      ];
      for (const one of await Promise.allSettled(all)) {
        expect(one).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
      }
    },
  );

  it('staff writes and states nothing', async () => {
    await expect(state('staff')).rejects.toMatchObject({ code: 'not-allowed' });
    await saveFact(person('staff'), newId(), { ...bandung, version: 0, content });
    expect(await seenBy('visitor')).toMatchObject({ value: 2444160, origin: 'compiled' });
    expect(await own()).toMatchObject({ content, draft: { role: 'staff' } });
  });

  it.each([
    [{ value: [''] }, 'value', 'required'],
    [{ value: ['many'] }, 'value', 'wrong-type'],
    [{ value: ['1.5'] }, 'value', 'wrong-type'],
    [{ value: ['900000000'] }, 'value', 'too-big'],
    [{ year: '' }, 'year', 'required'],
    [{ year: '2999' }, 'year', 'wrong-value'],
    [{ sourceTitle: '', sourceUrl: '' }, 'sourceTitle', 'required'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl', 'wrong-value'],
  ])('%j is refused at its field', async (given, field, code) => {
    await expect(state('focal', given)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: `/${field}`, code }],
    });
  });

  it('nothing is undone where nothing was said', async () => {
    const undone = undoFact(person('focal'), newId(), { ...bandung, version: 0 });
    await expect(undone).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a fact that the city states', () => {
  it('stands on its page at once, with year and source, and is kept in the trail', async () => {
    await state('deputy');
    expect(await seenBy('visitor')).toMatchObject({
      value: 2506603,
      year: 2023,
      origin: 'city',
      source: { title: 'BPS Kota Bandung', url: 'https://bandungkota.bps.go.id/' },
    });
    const [audit] = await sql`select verb, after from audit order by at desc limit 1`;
    expect(audit).toMatchObject({ verb: 'fact.state', after: { fact: 'population', state: 'stated' } });
    const [event] =
      await sql`select type from event where stream like 'city:%' order by sequence desc, id desc limit 1`;
    expect(event).toMatchObject({ type: 'city.changed' });
  });

  it('is what lists and matches go by', async () => {
    await stateFact(person('focal'), newId(), {
      citySlug: 'bandung',
      key: 'coast',
      version: 0,
      content: { value: ['coastal'], year: '', sourceTitle: '', sourceUrl: '' },
    });
    await state('focal', { value: ['99,999'] });
    const small = await listCities(visitor, { size: ['under-100k'], coast: ['coastal'], limit: 100 });
    expect(small.items.map((city) => city.slug)).toContain('bandung');
    await recomputeMatches();
    const matches = await getMatches(person('focal'), { slug: 'bandung', limit: 1 });
    expect(matches.items[0]?.context.size.own).toBe(99999);
    expect(matches.items[0]?.context.coast.own).toBe('coastal');
  });

  it('stays when the data files are loaded anew, and what was compiled comes back by undoing it', async () => {
    await state('focal');
    const files = await readSeedFiles(SAMPLE_FOLDER);
    const city = files.cities.find(({ slug }) => slug === 'bandung');
    if (city === undefined) throw new Error('the sample data hold no Bandung');
    const changed = { ...cityInput(city), populationYear: 2022 };
    expect(await importCity(jobContext('seed'), newId(), changed)).toEqual({ changed: true });
    expect(await seenBy('visitor')).toMatchObject({ value: 2506603, origin: 'city' });
    await undoFact(person('focal'), newId(), { ...bandung, version: 1 });
    expect(await seenBy('visitor')).toMatchObject({ value: 2444160, year: 2022, origin: 'compiled' });
  });

  it('is corrected, removed and brought back, and all that it said is kept', async () => {
    await state('focal');
    await state('focal', { value: ['2500000'] }, 1);
    await removeFact(person('focal'), newId(), { ...bandung, version: 2 });
    expect(await seenBy('visitor')).toBeUndefined();
    expect((await getCity(visitor, { slug: 'bandung' })).sizeBand).toBe('unknown');
    await undoFact(person('focal'), newId(), { ...bandung, version: 3 });
    expect(await seenBy('visitor')).toMatchObject({ value: 2500000 });
    expect((await own())?.history.map((one) => one.fact?.value ?? one.state)).toEqual([
      2500000,
      'removed',
      2500000,
      2506603,
    ]);
  });

  it('confirms what was compiled, whose source stays', async () => {
    const before = await seenBy('visitor');
    await confirmFact(person('focal'), newId(), { ...bandung, version: 0 });
    expect(await seenBy('visitor')).toMatchObject({ value: 2444160, origin: 'city', source: before?.source });
  });

  it('is among what one click confirms after half a year', async () => {
    await state('focal');
    await sql`update city_fact set confirmed_at = saling_now() - interval '200 days'`;
    expect(await getProfileNews(person('focal'), { citySlug: 'bandung' })).toMatchObject({
      isDue: true,
      statements: [{ kind: 'city', id: 'bandung' }],
    });
    expect(await confirmProfile(person('focal'), newId(), { citySlug: 'bandung' })).toEqual({ count: 1 });
    expect(await getProfileNews(person('focal'), { citySlug: 'bandung' })).toMatchObject({ isDue: false });
  });
});

describe('the compiled source', () => {
  const compiled = async () => {
    const fact = (await own())?.compiled;
    if (!fact?.source?.title || !fact.source.url) throw new Error('Bandung has no compiled source');
    const { title, url } = fact.source;
    return { value: [String(fact.value)], year: String(fact.year ?? ''), sourceTitle: title, sourceUrl: url };
  };
  const borrowed = (...fields: string[]) => ({
    code: 'invalid',
    errors: fields.map((field) => ({ pointer: `/${field}`, code: 'of-compiled' })),
  });

  it('is refused for another value, another year, and behind another title', async () => {
    const given = { ...(await compiled()), year: '2020' };
    const { sourceTitle, sourceUrl } = given;
    const both = borrowed('sourceTitle', 'sourceUrl');
    await expect(state('focal', { ...given, value: ['2500000'] })).rejects.toMatchObject(both);
    await expect(state('focal', { ...given, year: '2023' })).rejects.toMatchObject(both);
    await expect(state('focal', { sourceUrl })).rejects.toMatchObject(borrowed('sourceUrl'));
    await expect(state('focal', { sourceTitle })).rejects.toMatchObject(borrowed('sourceTitle'));
    expect(await seenBy('visitor')).toMatchObject({ origin: 'compiled' });
  });

  it('is not taken along in silence: a new value without a source says so', async () => {
    const none = { value: ['2500000'], sourceTitle: '', sourceUrl: '' };
    await expect(state('focal', none)).rejects.toMatchObject({
      errors: [{ pointer: '/sourceTitle', code: 'required' }],
    });
    await state('focal', { ...none, sourceTitle: 'Yearbook' });
    expect((await seenBy('visitor'))?.source).toEqual({ title: 'Yearbook', url: null });
  });

  it('stays where the city confirmed it; another value then needs a source of its own', async () => {
    const given = await compiled();
    await confirmFact(person('focal'), newId(), { ...bandung, version: 0 });
    const source = { title: given.sourceTitle, url: given.sourceUrl };
    expect((await seenBy('visitor'))?.source).toEqual(source);
    const late = state('focal', { ...given, value: ['2500000'], year: '2024' }, 1);
    await expect(late).rejects.toMatchObject(borrowed('sourceTitle', 'sourceUrl'));
    expect(await seenBy('visitor')).toMatchObject({ value: 2444160, source });
  });
});

describe('two at once', () => {
  it('who comes second is shown both texts, and nothing is lost', async () => {
    const [one, two] = await Promise.allSettled([
      state('focal', { value: ['1'] }),
      state('deputy', { value: ['2'] }),
    ]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(one.status === 'rejected' ? one : two).toMatchObject({
      reason: { code: 'conflict', errors: [{ pointer: '/value', code: 'changed-meanwhile' }] },
    });
    expect((await own())?.history.length).toBe(1);
  });

  it('of one person, her own late save is told as hers; somebody else’s is not', async () => {
    const save = (who: string, value: string, version: number) =>
      saveFact(person(who), newId(), { ...bandung, version, content: { ...content, value: [value] } });
    const conflict = (code: string) => ({ code: 'conflict', errors: [{ pointer: '/value', code }] });
    await save('focal', '1', 0);
    await expect(save('focal', '2', 0)).rejects.toMatchObject(conflict('saved-by-you'));
    await expect(state('focal', { value: ['2'] })).rejects.toMatchObject(conflict('saved-by-you'));
    await expect(state('deputy', { value: ['2'] })).rejects.toMatchObject(conflict('changed-meanwhile'));
    expect(await own()).toMatchObject({ content: { value: ['1'] }, version: 1 });
    await state('focal', { value: ['2'] }, 1);
    await expect(save('focal', '3', 1)).rejects.toMatchObject(conflict('saved-by-you'));
    await expect(save('deputy', '3', 1)).rejects.toMatchObject(conflict('changed-meanwhile'));
    await save('deputy', '3', 2);
    await expect(save('focal', '4', 1)).rejects.toMatchObject(conflict('changed-meanwhile'));
  });

  it('another field that somebody else has written stays', async () => {
    await saveFact(person('staff'), newId(), { ...bandung, version: 0, content });
    const late = state('focal', { year: '2022' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    await state('focal', { year: '2022' }, 1);
    expect(await seenBy('visitor')).toMatchObject({ value: 2506603, year: 2022 });
  });

  it('the same press twice says it once', async () => {
    const id = newId();
    const input = { ...bandung, version: 0, content };
    await Promise.all([stateFact(person('focal'), id, input), stateFact(person('focal'), id, input)]);
    expect((await own())?.history.length).toBe(1);
  });
});

describe('at a desk of the trial copy', () => {
  it('a fact is stated for desks only, and "Start again" takes it away', async () => {
    await state('desk', { value: ['77'] });
    expect(await seenBy('desk')).toMatchObject({ value: 77, origin: 'city' });
    expect(await seenBy('beside')).toMatchObject({ value: 77 });
    for (const who of ['visitor', 'focal', 'other', 'officer']) {
      expect(await seenBy(who)).toMatchObject({ value: 2444160, origin: 'compiled' });
    }
    expect((await own())?.history).toEqual([]);
    await startAgain(visitor, newId());
    expect(await sql`select 1 from city_fact`).toHaveLength(0);
    expect(await sql`select 1 from city_fact_version`).toHaveLength(0);
  });
});
