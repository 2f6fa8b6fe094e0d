import { describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { jobContext } from '#lib/core/context.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { getMatchesInput, matchListSchema } from '#lib/matching/contract.ts';
import { getMatches, listMatchedCities } from '#lib/matching/queries.ts';
import { selectHeldPairs } from '#lib/matching/store/computed.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const database = await testDatabase({ seeded: true });
const job = jobContext('test');
const visitor = (isOnTrialCopy: boolean): Context => ({
  actor: { kind: 'visitor', isOnTrialCopy },
  language: 'en',
  requestId: 'test',
});
const slugsOf = (list: { items: { city: { slug: string } }[] }) => list.items.map((match) => match.city.slug);

const selectEvidence = (tx: Tx) =>
  tx.execute<{ city: string; other: string }>(
    `select c.key as city, o.key as other from match_evidence e join city c on c.id = e.city_id join city o on o.id = e.other_city_id`,
  );

async function cityId(slug: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`select id from city where key = ${slug}`;
  if (row === undefined) throw new Error(`no city ${slug}`);
  return row.id;
}

const bandung = (await signIn({ city: 'bandung' }, 'focal-point')).context;
const tacloban = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;

describe('who may read matches', () => {
  it.each([
    ['a visitor', visitor(false)],
    ['a visitor of the trial copy', visitor(true)],
    ['another city', tacloban],
    ['a secretariat', officer],
  ])('%s finds nothing, not even that the city exists', async (_, context) => {
    for (const slug of ['bandung', 'nowhere']) {
      await expect(getMatches(context, { slug })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('the database itself hides evidence from them', async () => {
    const count = async ({ actor }: Context) => (await withActor(actor, selectEvidence)).length;
    expect([await count(visitor(true)), await count(officer)]).toEqual([0, 0]);
    const others = (await withActor(bandung.actor, selectEvidence)).filter(
      (row) => row.city !== 'bandung' && row.other !== 'bandung',
    );
    expect(others).toEqual([]);
    expect(await count(bandung)).toBeGreaterThan(0);
  });

  it('its own people read what the command line reads', async () => {
    const options = { slug: 'bandung', mode: 'learn-from' } as const;
    expect(await getMatches(bandung, options)).toEqual(await getMatches(job, options));
  });

  it('an unknown city and a former city are not found', async () => {
    const [former] = await database.sql<{ key: string }[]>`
      select key from city where former_since is not null order by key limit 1`;
    for (const slug of ['nowhere', former?.key ?? '']) {
      await expect(getMatches(job, { slug })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it.each([
    { mode: 'both' },
    { limit: 0 },
    { limit: -1 },
    { limit: 1e9 },
    { limit: 'abc' },
    { country: 'XX' },
  ])('refuses %j', async (wrong) => {
    // What a transport may pass on is not typed; the compiler would refuse exactly what is tested here.
    const input = { slug: 'bandung', ...wrong } as unknown as Parameters<typeof getMatches>[1];
    await expect(getMatches(job, input)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the matches of a city', () => {
  it('have the shape of the contract and name the other side', async () => {
    const list = await getMatches(job, getMatchesInput.parse({ slug: 'bandung' }));
    expect(matchListSchema.parse(list)).toEqual(list);
    expect(list.items.length).toBeGreaterThan(2);
    expect(list.items.every((match) => match.city.name !== '' && match.city.slug !== 'bandung')).toBe(true);
  });

  it('say why in both directions of an exchange, with marked words on each side', async () => {
    const { items } = await getMatches(job, { slug: 'bandung' });
    for (const { learn, share } of items) {
      expect(learn.covers.length).toBeGreaterThan(0);
      expect(share.covers.length).toBeGreaterThan(0);
    }
    const [first] = items;
    const pieces = [first?.learn.covers[0]?.need, first?.learn.covers[0]?.practice].map(
      (side) => side?.passage.pieces,
    );
    for (const side of pieces) expect(side?.some((piece) => piece.isMatch)).toBe(true);
  });

  it('hold in learn-from cities that learn nothing, and say so', async () => {
    const { items } = await getMatches(job, { slug: 'yangon', mode: 'learn-from', limit: 50 });
    const oneWay = items.filter((match) => match.share.covers.length === 0);
    expect(oneWay.length).toBeGreaterThan(0);
    expect(oneWay.every((match) => match.share.empty !== null)).toBe(true);
  });

  it('keep context apart from topic and say what nobody knows', async () => {
    const { items } = await getMatches(job, { slug: 'bandung' });
    expect(items.every((match) => match.unknown.includes('hosting'))).toBe(true);
    const battambang = items.find((match) => match.city.slug === 'battambang');
    expect(battambang?.context).toMatchObject({
      size: { relation: 'different' },
      time: { relation: 'same' },
      languages: { relation: 'different', shared: [] },
      isSameCountry: false,
    });
  });

  it('are in Indonesian where translations are held, marked as unchecked', async () => {
    const { items } = await getMatches({ ...job, language: 'id' }, { slug: 'bandung' });
    const cover = items[0]?.learn.covers[0];
    expect(cover?.need.title).toMatchObject({ language: 'id', isUncheckedTranslation: true });
    expect(cover?.practice.passage.language).toBe('id');
  });

  it('never name a former city, hold at most three of a country, and repeat exactly', async () => {
    const former = new Set(
      (await database.sql<{ key: string }[]>`select key from city where former_since is not null`).map(
        (row) => row.key,
      ),
    );
    expect(former.size).toBeGreaterThan(0);
    for (const slug of await listMatchedCities(job, undefined)) {
      const list = await getMatches(job, { slug, mode: 'learn-from' });
      expect(slugsOf(list).some((one) => former.has(one))).toBe(false);
      const countries = list.items.map((match) => match.city.country);
      for (const country of countries)
        expect(countries.filter((one) => one === country).length).toBeLessThanOrEqual(3);
    }
    expect(await getMatches(job, { slug: 'jakarta' })).toEqual(await getMatches(job, { slug: 'jakarta' }));
  });

  it('of a city without records say why there are none', async () => {
    const [bare] = await database.sql<{ key: string }[]>`
      select key from city where former_since is null and not exists (select 1 from need where city_id = city.id)
      and not exists (select 1 from practice where city_id = city.id) order by key limit 1`;
    const list = await getMatches(job, { slug: bare?.key ?? '' });
    expect(list).toMatchObject({ items: [], empty: 'no-need' });
  });
});

describe('a pair that is held back', () => {
  it('disappears from both lists, whose length stays, and leaves no trace', async () => {
    const options = { slug: 'bandung', mode: 'learn-from', limit: 3 } as const;
    const before = slugsOf(await getMatches(job, options));
    expect(before).toHaveLength(3);
    const [low, high] = [await cityId('bandung'), await cityId(before[0] ?? '')].toSorted();
    await database.sql`insert into hold_back (city_low, city_high, reason) values (${low ?? ''}, ${high ?? ''}, 'test')`;
    try {
      for (const context of [job, bandung]) {
        const after = slugsOf(await getMatches(context, options));
        expect(after).toHaveLength(3);
        expect(after).not.toContain(before[0]);
        const other = await getMatches(job, { slug: before[0] ?? '', mode: 'learn-from', limit: 50 });
        expect(slugsOf(other)).not.toContain('bandung');
      }
    } finally {
      await database.sql`delete from hold_back`;
    }
    expect(slugsOf(await getMatches(job, options))).toEqual(before);
  });

  it('can be read by jobs only', async () => {
    const [low, high] = [await cityId('bandung'), await cityId('jakarta')].toSorted();
    await database.sql`insert into hold_back (city_low, city_high, reason) values (${low ?? ''}, ${high ?? ''}, 'test')`;
    try {
      expect((await withActor(bandung.actor, selectHeldPairs)).size).toBe(0);
      expect((await withActor(job.actor, selectHeldPairs)).size).toBe(2);
    } finally {
      await database.sql`delete from hold_back`;
    }
  });

  it('has no company: the list ships empty', async () => {
    expect(await database.sql`select 1 from hold_back`).toHaveLength(0);
  });
});
