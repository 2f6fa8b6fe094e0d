import { beforeAll, describe, expect, it } from 'vitest';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { describeProblem, getCityPage, getHome, searchAll } from '#lib/discovery/queries.ts';
import { indexStaleRecords } from '#lib/indexing/commands.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches, listNeedsForPractice, listPracticesForNeed } from '#lib/matching/queries.ts';
import { changeAudience, publishNeed, saveNeed, sendNeed, startNeed } from '#lib/needs/commands/writing.ts';
import { getNeed, listNeeds } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';
import { runWaitingEvents } from './waiting-events.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const people: Record<string, Context> = { visitor };
const WORD = 'takakurabins';
let id: string;

beforeAll(async () => {
  people.own = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  people.city = (await signIn({ city: 'surabaya' }, 'staff')).context;
  people.officer = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.observer = (await signIn({ body: 'observer' }, 'observer')).context;
  people.ended = (await signIn({ city: 'surabaya' }, 'staff', { toOn: '2026-01-31' })).context;
  const { own } = people;
  const title = `Composting at home with ${WORD}`;
  ({ id } = await startNeed(own, newId(), { citySlug: 'tacloban', language: 'en', title }));
  const fields = {
    description: 'Households have no place to compost organic waste at home, and the landfill is full.',
    topics: ['zero-waste', 'solid-waste', 'participation'],
    helpWanted: ['answer', 'finance'],
    finance: ['adaptation'],
    projectStage: 'idea',
    urgency: 'within-a-year',
    audience: 'members',
  };
  const { version } = await saveNeed(own, newId(), { id, version: 1, fields });
  await publishNeed(own, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
});

/** Everything that a reader can ask, and whether the need is in it. */
async function seenBy(reader: Context): Promise<Record<string, boolean>> {
  const has = (keys: readonly string[]) => keys.includes(id);
  const idsOf = (items: readonly { id: string }[]) => has(items.map((item) => item.id));
  const list = await listNeeds(reader, { limit: 100, city: 'tacloban' });
  const practice = 'surabaya-takakura-composting';
  return {
    page: await getNeed(reader, { id }).then(
      () => true,
      () => false,
    ),
    list: idsOf(list.items),
    search: idsOf((await listNeeds(reader, { q: WORD })).items),
    searchAll: idsOf((await searchAll(reader, { q: WORD })).items),
    cityPage: idsOf((await getCityPage(reader, { slug: 'tacloban' })).needs),
    close: idsOf((await describeProblem(reader, { text: 'Composting at home' })).closeNeeds),
    home: idsOf((await getHome(reader)).lookingFor),
    answered: idsOf((await listNeedsForPractice(reader, { practiceKey: practice, limit: 100 })).items),
    answers: await listPracticesForNeed(reader, { needKey: id }).then(
      () => true,
      () => false,
    ),
  };
}
const counts = async (reader: Context) => ({
  total: (await listNeeds(reader, {})).total,
  facet: (await listNeeds(reader, {})).facets.topic.find(({ value }) => value === 'zero-waste')?.count,
  country: (await listNeeds(reader, {})).facets.country.find(({ value }) => value === 'PH')?.count,
  commitments: (await getHome(reader)).commitments.map((entry) => entry.needCount),
  city: (await getCity(reader, { slug: 'tacloban' })).needCount,
});

const ALWAYS_HIDDEN = ['visitor', 'ended'];

describe.each([
  ['members', ['own', 'city', 'officer'], ['observer']],
  ['observers', ['own', 'city', 'officer', 'observer'], []],
  ['public', ['own', 'city', 'officer', 'observer', 'visitor', 'ended'], []],
] as const)('a need that is open to %s', (audience, seeing, notYet) => {
  it('is set so by one command, at once', async () => {
    await changeAudience(people.own ?? visitor, newId(), { id, audience });
    const [row] = await sql`select audience from need where key = ${id}`;
    expect(row?.audience).toBe(audience);
  });

  it.each(seeing)('is there for %s, in every place', async (name) => {
    const reader = people[name] ?? visitor;
    await runWaitingEvents(sql);
    await recomputeMatches();
    await indexStaleRecords();
    const { home: _chance, close: _room, ...seen } = await seenBy(reader);
    expect(Object.entries(seen).filter(([, isSeen]) => !isSeen)).toEqual([]);
  });

  it.each([...notYet, ...(audience === 'public' ? [] : ALWAYS_HIDDEN)])('is nowhere for %s', async (name) => {
    const seen = await seenBy(people[name] ?? visitor);
    expect(Object.entries(seen).filter(([, isSeen]) => isSeen)).toEqual([]);
  });
});

describe('closing a need again', () => {
  it('obeys at once, before index and matches have followed', async () => {
    const open = await counts(visitor);
    await changeAudience(people.own ?? visitor, newId(), { id, audience: 'members' });
    const seen = await seenBy(visitor);
    expect(Object.entries(seen).filter(([, isSeen]) => isSeen)).toEqual([]);
    const closed = await counts(visitor);
    expect(closed.total).toBe(open.total - 1);
    expect(closed.facet).toBe((open.facet ?? 0) - 1);
    expect(closed.country).toBe((open.country ?? 0) - 1);
    expect(closed.city).toBe(open.city - 1);
    expect(closed.commitments).not.toEqual(open.commitments);
  });

  it('keeps it among the matches of cities, which are members', async () => {
    const { own } = people;
    await recomputeMatches();
    const matches = await getMatches(own ?? visitor, { slug: 'tacloban', mode: 'learn-from', limit: 100 });
    const needs = matches.items.flatMap((match) => match.learn.covers.map((cover) => cover.need.id));
    expect(needs).toContain(id);
  });

  it('writes who, what and from which to which, and no word of it', async () => {
    const rows = await sql`select before, after from audit where verb = 'need.change-audience' order by at`;
    expect(rows.at(-1)).toEqual({ before: { audience: 'public' }, after: { audience: 'members' } });
  });
});

describe('opening a need is refused', () => {
  it('to the focal point of a city that has two people; closing is not', async () => {
    const writer = (await signIn({ city: 'bandung' }, 'focal-point')).context;
    const head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
    const { id: other } = await startNeed(writer, newId(), {
      citySlug: 'bandung',
      language: 'id',
      title: 'Pompa',
    });
    const fields = { description: 'Pompa air rusak.', topics: ['drainage'], audience: 'observers' };
    const { version } = await saveNeed(writer, newId(), { id: other, version: 1, fields });
    await sendNeed(writer, newId(), { id: other, version });
    await publishNeed(head, newId(), { id: other, version });
    const open = changeAudience(writer, newId(), { id: other, audience: 'public' });
    await expect(open).rejects.toMatchObject({ code: 'not-allowed' });
    await changeAudience(writer, newId(), { id: other, audience: 'members' });
    await changeAudience(head, newId(), { id: other, audience: 'public' });
  });

  it('to others, as if it were not there', async () => {
    for (const name of ['visitor', 'city', 'officer', 'observer']) {
      const asked = changeAudience(people[name] ?? visitor, newId(), { id, audience: 'public' });
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

it('finance and stage count only where finance is wanted', async () => {
  expect(await getNeed(people.own ?? visitor, { id })).toMatchObject({
    finance: ['adaptation'],
    projectStage: 'idea',
    urgency: 'within-a-year',
  });
});
