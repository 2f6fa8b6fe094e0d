import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { acceptExchange, undoAnswer, withdrawExchange } from '#lib/exchanges/commands/moves.ts';
import { sayHosting } from '#lib/hosting/commands.ts';
import { getOwnHosting } from '#lib/hosting/queries.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const host = await at('tacloban');
const bandung = await at('bandung');
const hue = await at('hue');
const CITY = { citySlug: 'tacloban' };
const [present] = await sql<{ year: number; month: number }[]>`
  select extract(year from saling_now())::int as year, extract(month from saling_now())::int as month`;
const { year, month } = present ?? { year: 0, month: 0 };
const DAY = `${year}-${String(month).padStart(2, '0')}-15`;
const NEXT_YEAR = `${year + 1}-01-15`;
/** So many places in this month, none in others. */
const inThisMonth = (places: number) =>
  Array.from({ length: 12 }, (_, index) => (index + 1 === month ? places : 0));

/** Requests of that many cities, not yet answered. */
async function requests(count: number, given: { size?: string; days?: string[] } = {}): Promise<string[]> {
  const { size = 'visit', days = [DAY] } = given;
  const askers = await sql<{ id: string }[]>`
    select id from city where key <> 'tacloban' and former_since is null order by key limit ${count}`;
  const ids: string[] = [];
  for (const asker of askers) {
    const id = newId();
    await sql`insert into exchange (id, asking_city_id, asked_city_id, size, question, language, awaits, waits_since, due_at, dates)
      select ${id}, ${asker.id}, id, ${size}, 'How?', 'en', 'asked', saling_now(), saling_now() + interval '9 days',
        ${sql.json(days.map((from) => ({ from, to: from })))} from city where key = 'tacloban'`;
    ids.push(id);
  }
  return ids;
}
const accept = (exchangeId: string, who: Context = host) => acceptExchange(who, newId(), { exchangeId });
const refusal = { code: 'conflict', params: { reason: 'no-free-place' } };
const taken = async () => (await getOwnHosting(host, CITY)).months?.[month - 1]?.taken;

beforeEach(async () => {
  await sql`delete from exchange`;
  await sql`delete from hosting_month`;
});

describe('a city says how many it hosts', () => {
  it('who does not speak for it is refused, and so is what is no number of places', async () => {
    const places = inThisMonth(1);
    await expect(sayHosting(hue, newId(), { ...CITY, places })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      sayHosting(await at('tacloban', 'staff'), newId(), { ...CITY, places }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    });
    for (const wrong of [[1], inThisMonth(-1), inThisMonth(21), inThisMonth(0.5), inThisMonth(Number.NaN)]) {
      await expect(sayHosting(host, newId(), { ...CITY, places: wrong })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await expect(getOwnHosting(hue, CITY)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('until then nothing is counted, and its matches say that it is not known', async () => {
    const seen = async () =>
      (await getMatches(bandung, { slug: 'bandung', mode: 'learn-from', limit: 100 })).items.find(
        ({ city }) => city.slug === 'tacloban',
      );
    for (const id of await requests(3)) await accept(id);
    expect(await seen()).toMatchObject({ hosting: { state: 'unknown', months: [] } });
    expect((await seen())?.unknown).toContain('hosting');
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(1) });
    expect(await seen()).toMatchObject({ hosting: { state: 'free', months: [month], year } });
    expect((await seen())?.unknown).not.toContain('hosting');
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(0) });
    expect(await seen()).toMatchObject({ hosting: { state: 'full', months: [] } });
  });

  it('a city without a free place stands further down, and is still there', async () => {
    const order = async () =>
      (await getMatches(bandung, { slug: 'bandung', mode: 'learn-from', limit: 100 })).items.map(
        ({ city }) => city.slug,
      );
    const before = await order();
    const [first = ''] = before;
    const best = (await signIn({ city: first }, 'focal-point')).context;
    await sayHosting(best, newId(), { citySlug: first, places: inThisMonth(0) });
    const after = await order();
    expect(after.indexOf(first)).toBeGreaterThan(0);
  });
});

describe('an accepted exchange takes a place', () => {
  it('of the month that was offered; a written answer takes none, and of a year of which nothing is said none is counted', async () => {
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(1) });
    const [question = ''] = await requests(1, { size: 'question' });
    await accept(question);
    expect(await taken()).toBe(0);
    await sql`delete from exchange`;
    const [later = ''] = await requests(1, { days: [NEXT_YEAR] });
    await accept(later);
    expect(await taken()).toBe(0);
    await sql`delete from exchange`;
    const [one = '', other = ''] = await requests(2, { days: [] });
    await accept(one);
    expect(await taken()).toBe(1);
    await expect(accept(other)).rejects.toMatchObject(refusal);
    const [row] = await sql`select state, awaits from exchange where id = ${other}`;
    expect(row).toEqual({ state: 'requested', awaits: 'asked' });
  });

  it('which is free again when the answer is taken back, or the exchange ends', async () => {
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(1) });
    const [one = '', other = ''] = await requests(2);
    await accept(one);
    await undoAnswer(host, newId(), { exchangeId: one });
    expect(await taken()).toBe(0);
    await accept(other);
    await withdrawExchange(host, newId(), { exchangeId: other });
    expect(await taken()).toBe(0);
    await accept(one);
    expect(await taken()).toBe(1);
  });

  it('and no fewer places can be said than are taken', async () => {
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(1) });
    const [one = ''] = await requests(1);
    await accept(one);
    for (const places of [inThisMonth(0), null]) {
      await expect(sayHosting(host, newId(), { ...CITY, places })).rejects.toMatchObject({
        code: 'conflict',
        params: { reason: 'places-taken' },
      });
    }
    await sayHosting(host, newId(), { ...CITY, places: inThisMonth(2) });
    expect(await taken()).toBe(1);
  });
});

/** Two hundred were run by hand: LAST_PLACE_REPEATS=200. */
const REPEATS = Number(process.env.LAST_PLACE_REPEATS ?? 5);

describe('fifty answers at once', () => {
  it(
    `to the last free place: one is accepted, ${REPEATS} times of ${REPEATS}`,
    async () => {
      const won: number[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        await sql`delete from exchange`;
        await sql`delete from hosting_month`;
        await sayHosting(host, newId(), { ...CITY, places: inThisMonth(1) });
        const ids = await requests(50);
        expect(ids).toHaveLength(50);
        const answers = await Promise.allSettled(ids.map((id) => accept(id)));
        const lost = answers.filter((one) => one.status === 'rejected');
        expect(
          lost.every(
            ({ reason }) => reason instanceof SalingError && reason.params.reason === 'no-free-place',
          ),
        ).toBe(true);
        const [row] = await sql`
          select count(*) filter (where state = 'accepted')::int as accepted,
            count(*) filter (where state = 'requested')::int as waiting from exchange`;
        expect(row).toEqual({ accepted: 1, waiting: 49 });
        won.push(answers.length - lost.length);
      }
      expect(won).toEqual(Array.from({ length: REPEATS }, () => 1));
    },
    20_000 + REPEATS * 10_000,
  );
});
