import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { describeProblem, getHome, searchAll } from '#lib/discovery/queries.ts';
import { indexStaleRecords } from '#lib/indexing/commands.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches, listPracticesForNeed } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import {
  confirmPractice,
  publishPractice,
  revisePractice,
  savePractice,
  startPractice,
  withdrawPractice,
} from '#lib/practices/commands/writing.ts';
import { getPractice, listPractices } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';
import { runWaitingEvents } from './waiting-events.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: true },
  language: 'en',
  requestId: 'test',
};
const WORD = 'takakurabins';
const NEED = 'n-bandung-waste';
let desk: Context;
let otherDesk: Context;
let real: Context;
let id: string;
let before: unknown;

/** Everything public that a trial record must not change. */
const publicFacts = async (reader: Context) => ({
  list: await listPractices(reader, { limit: 100 }),
  home: await getHome(reader),
  answers: await listPracticesForNeed(reader, { needKey: NEED, limit: 60 }),
  evidence: await sql`select * from match_evidence where not is_trial order by city_id, other_city_id`,
});

beforeAll(async () => {
  desk = (await signIn({ city: 'tacloban' }, 'focal-point', { isTrial: true })).context;
  otherDesk = (await signIn({ city: 'bandung' }, 'focal-point', { isTrial: true })).context;
  real = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  await recomputeMatches();
  before = { visitor: await publicFacts(visitor), real: await publicFacts(real) };
  const title = `Separation at source beyond pilot areas with ${WORD}`;
  ({ id } = await startPractice(desk, newId(), { citySlug: 'tacloban', language: 'en', title }));
  const fields = {
    summary: 'Households separate waste at source; organic waste is composted beyond the pilot areas.',
    problem: 'Mixed waste filled the landfill and only pilot areas had separate collection.',
    topics: ['zero-waste', 'solid-waste', 'participation'],
  };
  const { version } = await savePractice(desk, newId(), { id, version: 1, fields });
  await publishPractice(desk, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
  await runWaitingEvents(sql);
  await recomputeMatches();
  await indexStaleRecords();
});

const foundBy = async (reader: Context) => ({
  search: (await listPractices(reader, { q: WORD })).items.some((item) => item.id === id),
  all: (await searchAll(reader, { q: WORD })).items.some((item) => item.id === id),
  problem: (await describeProblem(reader, { text: `Separation at source ${WORD}` })).answers.some(
    ({ practice }) => practice.id === id,
  ),
  answers: (await listPracticesForNeed(reader, { needKey: NEED, limit: 60 })).items.some(
    (item) => item.id === id,
  ),
});
const partnersOf = async (reader: Context) =>
  (await getMatches(reader, { slug: 'bandung', mode: 'learn-from', limit: 100 })).items;

describe('a practice that a desk of the trial copy has published', () => {
  it('is there for every desk: page, list, answers to needs; no index of words holds it', async () => {
    for (const reader of [desk, otherDesk]) {
      expect((await getPractice(reader, { id })).id).toBe(id);
      const newest = await listPractices(reader, { city: 'tacloban', limit: 100 });
      expect(newest.items.map((item) => item.id)).toContain(id);
      expect(await foundBy(reader)).toEqual({ search: false, all: false, problem: false, answers: true });
    }
  });

  it('arrives in the matches of another city’s desk', async () => {
    const match = (await partnersOf(otherDesk)).find(({ city }) => city.slug === 'tacloban');
    expect(match?.learn.covers.map((cover) => cover.practice.id)).toContain(id);
  });

  it('is nowhere for others, whose lists, counts and order stay as they were', async () => {
    for (const reader of [visitor, real]) {
      await expect(getPractice(reader, { id })).rejects.toMatchObject({ code: 'not-found' });
      expect(await foundBy(reader)).toEqual({ search: false, all: false, problem: false, answers: false });
    }
    expect({ visitor: await publicFacts(visitor), real: await publicFacts(real) }).toEqual(before);
    expect(JSON.stringify(await partnersOf(real))).not.toContain(id);
  });

  it('leaves no row of its matches once it is withdrawn', async () => {
    await withdrawPractice(desk, newId(), { id });
    await expect(getPractice(otherDesk, { id })).rejects.toMatchObject({ code: 'not-found' });
    await runWaitingEvents(sql);
    await recomputeMatches();
    expect(await sql`select 1 from match_evidence where is_trial`).toHaveLength(0);
    const [row] =
      await sql`select count(*)::int as n from need_practice np join practice p on p.id = np.practice_id
      where p.is_trial`;
    expect(row?.n).toBe(0);
    expect((await partnersOf(otherDesk)).length).toBeGreaterThan(0);
  });
});

describe('what is real', () => {
  it('is not for a desk of the trial copy to change, once its city has made it its own', async () => {
    const key = 'bandung-kang-pisman';
    await confirmPractice(real, newId(), { id: key });
    await expect(revisePractice(otherDesk, newId(), { id: key })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    for (const command of [withdrawPractice, confirmPractice]) {
      await expect(command(otherDesk, newId(), { id: key })).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });

  it('is not in the working copies of desks, nor theirs in the real ones', async () => {
    const { id: own } = await startPractice(real, newId(), {
      citySlug: 'bandung',
      language: 'en',
      title: 'A real draft',
    });
    const saved = savePractice(otherDesk, newId(), { id: own, version: 1, fields: { summary: 'Not mine.' } });
    await expect(saved).rejects.toMatchObject({ code: 'not-found' });
  });
});
