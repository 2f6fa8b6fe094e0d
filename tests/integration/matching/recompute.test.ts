import { describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import { runReactions } from '#lib/core/events.ts';
import { withActor } from '#lib/core/transaction.ts';
import { countOutdated, ensureMatches, recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { MATCHES_OUTDATED, MATCHES_RECOMPUTED } from '#lib/matching/contract.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { matchingReactions, scopeOf } from '#lib/matching/reactions.ts';
import { markStale } from '#lib/matching/store/computed.ts';
import { newId } from '#lib/platform/ids.ts';
import { importPractice } from '#lib/practices/commands/import.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const database = await testDatabase({ seeded: true });
const { sql } = database;
const job = jobContext('test');
const bandung: Context = (await signIn({ city: 'bandung' }, 'focal-point')).context;

const stored = async () => ({
  answers: await sql`select need_id, practice_id, score, reason from need_practice order by 1, 2`,
  evidence: await sql`select * from match_evidence order by 1, 2`,
});

/** A practice as close to a need of Bandung as can be, in a city that had none. */
const newPractice = {
  id: 'medan-separate-collection',
  citySlug: 'medan',
  title: 'Separate collection in every sub-district',
  summary:
    'Households separate waste at source; collectors take organic waste for compost beyond the pilot areas.',
  problem: 'Mixed waste filled the landfill and only pilot areas had separate collection.',
  actions: null,
  results: null,
  startYear: 2022,
  topics: ['zero-waste', 'solid-waste', 'participation'],
  sdgs: [11],
  pillars: ['socio-cultural' as const],
  evidence: 'documented' as const,
  stage: null,
  operatedBy: null,
  caveat: null,
  sourceUrl: 'https://example.org/medan',
  sourceTitle: 'Example',
  otherSources: [],
  translations: {},
};

const eventsSince = (from: number) =>
  sql<{ id: string; type: string }[]>`select id, type from event order by at, id offset ${from}`;
const countEvents = async () => Number((await sql`select count(*) from event`)[0]?.count);

describe('recomputing', () => {
  it('does nothing, and writes nothing, where nothing has changed', async () => {
    await recomputeMatches();
    const before = await countEvents();
    expect(await recomputeMatches()).toEqual({ answers: 0, pairs: 0 });
    expect(await ensureMatches()).toEqual({ answers: 0, pairs: 0 });
    expect(await countEvents()).toBe(before);
  });

  it('from nothing gives what is stored', async () => {
    const before = await stored();
    expect(before.evidence.length).toBeGreaterThan(100);
    await sql`delete from need_practice`;
    await sql`delete from match_evidence`;
    await recomputeMatches({ isForced: true });
    expect(await stored()).toEqual(before);
  });

  it('one city’s row and column equals computing everything, and reaches the lists', async () => {
    const from = await countEvents();
    await importPractice(job, newId(), newPractice);
    for (const event of await eventsSince(from)) await runReactions(matchingReactions, event.id);
    const outdated = (await eventsSince(from)).filter((event) => event.type === MATCHES_OUTDATED);
    expect(outdated).toHaveLength(1);
    for (const event of outdated) await runReactions(matchingReactions, event.id);
    expect(await countOutdated()).toBe(0);
    const { items } = await getMatches(job, { slug: 'bandung', mode: 'learn-from' });
    expect(items.map((match) => match.city.slug)).toContain('medan');
    const told = (await eventsSince(from)).filter((event) => event.type === MATCHES_RECOMPUTED);
    expect(told).toHaveLength(1);
    const [medan] = await sql`select id from city where key = 'medan'`;
    const [event] = await sql`select payload from event where id = ${told[0]?.id ?? ''}`;
    expect(event?.payload.changedCityIds).toEqual([medan?.id]);

    const partly = await stored();
    await recomputeMatches({ isForced: true });
    const wholly = await stored();
    expect(partly.evidence.map(({ covers: _covers, ...row }) => row)).toEqual(
      wholly.evidence.map(({ covers: _covers, ...row }) => row),
    );
    expect(partly.answers.map((row) => [row.need_id, row.practice_id, row.score])).toEqual(
      wholly.answers.map((row) => [row.need_id, row.practice_id, row.score]),
    );
  });

  it('forgets what a withdrawn record had to do with it; readers never see it meanwhile', async () => {
    await sql`update practice set state = 'withdrawn', version = version + 1 where key = ${newPractice.id}`;
    const seenBy = async (context: Context) =>
      (await getMatches(context, { slug: 'bandung', mode: 'learn-from' })).items.map(
        (match) => match.city.slug,
      );
    expect(await seenBy(bandung)).not.toContain('medan');
    const [city] = await sql<{ id: string }[]>`select id from city where key = 'medan'`;
    await withActor(job.actor, (tx) => markStale(tx, [city?.id ?? '']), 'read write');
    expect((await recomputeMatches()).pairs).toBeGreaterThan(0);
    expect(await seenBy(job)).not.toContain('medan');
  });
});

describe('reactions', () => {
  it('mark the city of a record, the city itself, or everything for a topic', () => {
    expect(scopeOf({ type: 'need.added', payload: { id: 'n', cityId: 'c' } })).toBe('c');
    expect(scopeOf({ type: 'city.changed', payload: { id: 'c' } })).toBe('c');
    expect(scopeOf({ type: 'topic.changed', payload: { code: 'heat' } })).toBe('all');
  });

  it('run twice for one event mark once', async () => {
    await recomputeMatches();
    const [event] = await sql<{ id: string }[]>`select id from event where type = 'city.added' limit 1`;
    await sql`delete from event_reaction where event_id = ${event?.id ?? ''} and reaction = 'matching.mark'`;
    const from = await countEvents();
    for (let time = 0; time < 2; time += 1) await runReactions(matchingReactions, event?.id ?? '');
    expect(await countOutdated()).toBe(1);
    expect(await countEvents()).toBe(from + 1);
    await recomputeMatches();
  });

  it('ask for one computation however many records changed', async () => {
    const marks = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        withActor(job.actor, (tx) => markStale(tx, [`scope-${at % 5}`]), 'read write'),
      ),
    );
    expect(marks.length).toBe(20);
    expect(await countOutdated()).toBe(5);
    await Promise.all([recomputeMatches(), recomputeMatches()]);
    expect(await countOutdated()).toBe(0);
  });

  it('leave a held pair as it is and bring it up to date once it is released', async () => {
    const [pair] = await sql<{ low: string; high: string; learn: number }[]>`
      select city_id as low, other_city_id as high, learn from match_evidence where city_id < other_city_id limit 1`;
    const { low, high } = pair ?? { low: '', high: '' };
    await sql`insert into hold_back (city_low, city_high, reason) values (${low}, ${high}, 'test')`;
    await sql`update match_evidence set learn = 0.001 where city_id = ${low} and other_city_id = ${high}`;
    await recomputeMatches({ isForced: true });
    await sql`delete from hold_back`;
    await recomputeMatches({ isForced: true });
    const [after] = await sql<{ learn: number }[]>`
      select learn from match_evidence where city_id = ${low} and other_city_id = ${high}`;
    expect(after?.learn).toBe(pair?.learn);
  });
});
