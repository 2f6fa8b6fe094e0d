import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { getCity, listCities, listMapCities } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { judgmentsSchema } from '#lib/discovery/evaluation/contract.ts';
import { evaluateNeeds } from '#lib/discovery/evaluation/evaluate.ts';
import { describeProblem, getHome, searchAll } from '#lib/discovery/queries.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { reindex } from '#lib/indexing/commands.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches, listNeedsForPractice, listPracticesForNeed } from '#lib/matching/queries.ts';
import { getNeed, listNeeds } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { getPractice, listPractices, listSimilarPractices } from '#lib/practices/queries.ts';
import { getTopic, listTopics } from '#lib/topics/queries.ts';
import { startAgain } from '#lib/trial/commands.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';
import { answerBandung, askLikeBandung } from './records.ts';

const { sql } = await testDatabase({ seeded: true });
const WORDS = 'separation of wet and dry waste at the source';
const judgments = judgmentsSchema
  .parse(JSON.parse(await readFile('data/evaluation/judgments.json', 'utf8')))
  .slice(0, 5);

const as = (actor: Actor): Context => ({ actor, language: 'en', requestId: 'test' });
const visitor = as({ kind: 'visitor', isOnTrialCopy: true });

/** Everything that a reader can be shown and that a trial record could have a part in. */
async function readAll(context: Context, own?: string): Promise<Record<string, unknown>> {
  const need = (await listNeeds(context, { city: 'battambang' })).items[0]?.id ?? '';
  return {
    practices: await listPractices(context, {}),
    found: await listPractices(context, { q: WORDS, limit: 100 }),
    ofCity: await listPractices(context, { city: 'bandung' }),
    needs: await listNeeds(context, { limit: 100 }),
    foundNeeds: await listNeeds(context, { q: WORDS }),
    city: await getCity(context, { slug: 'bandung' }),
    cities: await listCities(context, {}),
    map: await listMapCities(context, {}),
    topics: await listTopics(context, {}),
    topic: await getTopic(context, { code: 'solid-waste' }),
    similar: await listSimilarPractices(context, { id: 'bandung-kang-pisman', limit: 20 }),
    search: await searchAll(context, { q: WORDS, limit: 20 }),
    problem: await describeProblem(context, { text: WORDS }),
    home: await getHome(context, {}),
    answers: await listPracticesForNeed(context, { needKey: need, limit: 50 }),
    answered: await listNeedsForPractice(context, { practiceKey: 'bandung-kang-pisman', limit: 50 }),
    matches: own === undefined ? null : await getMatches(context, { slug: own, limit: 50 }),
  };
}

const person = async (...args: Parameters<typeof signIn>): Promise<Context> => {
  const { context } = await signIn(...args);
  // As on the trial copy, where real offices may sit beside the desks.
  return as({ ...context.actor, isOnTrialCopy: true });
};
const bandung = await person({ city: 'bandung' }, 'focal-point');
const battambang = await person({ city: 'battambang' }, 'head-of-office');
const officer = await person({ secretariat: 'AGMF' }, 'secretariat-officer');
const observer = await person({ body: 'observer' }, 'observer');

const measured = { ...visitor, actor: { kind: 'visitor' as const, isOnTrialCopy: false } };
const READERS: Record<string, () => Promise<unknown>> = {
  visitor: () => readAll(visitor),
  bandung: () => readAll(bandung, 'bandung'),
  battambang: () => readAll(battambang, 'battambang'),
  officer: () => readAll(officer),
  observer: () => readAll(observer),
  command: () => getMatches(jobContext('cli'), { slug: 'battambang', limit: 20 }),
  evaluation: () => evaluateNeeds(measured, judgments),
};

async function readAsEach(): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const [who, read] of Object.entries(READERS)) seen[who] = await read();
  return seen;
}

async function sitAt(city: string): Promise<Context> {
  const session = await sitDown(visitor, { city });
  return as(await actorOf({ session, isOnTrialCopy: true }));
}

const derive = async () => {
  await recomputeMatches({ isForced: true });
  await reindex();
};

describe('what desks of the trial copy write', () => {
  let before: Record<string, unknown>;
  beforeAll(async () => {
    await derive();
    before = await readAsEach();
    await sitAt('bandung');
    for (const key of ['trial-1', 'trial-2', 'trial-3']) await answerBandung(sql, key);
    await askLikeBandung(sql, 'n-trial-1');
    await derive();
  });

  it.each(Object.entries(READERS))(
    'changes nothing at all for %s: no list, count, order, match or score',
    async (who, read) => {
      expect(await read()).toEqual(before[who]);
    },
  );

  it('is not found by its address', async () => {
    for (const context of [visitor, bandung, officer, observer]) {
      await expect(getPractice(context, { id: 'trial-1' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(getNeed(context, { id: 'n-trial-1' })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('is there for the desks, in lists and in matches: the control', async () => {
    const desk = await sitAt('battambang');
    expect((await getPractice(desk, { id: 'trial-1' })).id).toBe('trial-1');
    expect((await listPractices(desk, {})).total).toBe(163);
    const { items } = await getMatches(desk, { slug: 'battambang', limit: 20 });
    const fromBandung = items.find((match) => match.city.slug === 'bandung');
    expect(fromBandung?.learn.covers.map((cover) => cover.practice.id)).toContain('trial-1');
  });

  // Every match is computed anew and everything read as each reader: a minute on a busy machine.
  it('leaves nothing behind once started again', { timeout: 240_000 }, async () => {
    await startAgain(visitor, newId());
    await derive();
    expect(await readAsEach()).toEqual(before);
    const desk = await sitAt('battambang');
    const { items } = await getMatches(desk, { slug: 'battambang', limit: 20 });
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('trial-1');
  });
});
