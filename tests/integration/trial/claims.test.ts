import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FOLDER, seed } from '#db/seed/seed.ts';
import type { Context } from '#lib/core/context.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { reindex } from '#lib/indexing/commands.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches, listNeedsForPractice, listPracticesForNeed } from '#lib/matching/queries.ts';
import * as needs from '#lib/needs/commands/writing.ts';
import { getNeed, getOwnNeed, listNeeds } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import * as practices from '#lib/practices/commands/writing.ts';
import { getOwnPractice, getPractice, listOwnPractices, listPractices } from '#lib/practices/queries.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { startAgain } from '#lib/trial/commands.ts';
import { getTrialRemains, isTrialForgotten } from '#lib/trial/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const here: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: true },
  language: 'en',
  requestId: 'test',
};
const PRACTICE = 'bandung-kang-pisman';
const NEED = 'n-bandung-waste';
const OWN_WORDS = 'Every household sorts, says the desk.';

async function sitAt(seat: Parameters<typeof sitDown>[1]): Promise<Context> {
  const session = await sitDown(here, seat);
  return { ...here, actor: await actorOf({ session, isOnTrialCopy: true }) };
}

const people = {} as Record<'real' | 'observer', Context>;
const desks = {} as Record<'bandung' | 'office' | 'tacloban' | 'agmf', Context>;
const sitDownAll = async () => {
  desks.bandung = await sitAt({ desk: 'bandung' });
  desks.office = await sitAt({ desk: 'bandung-office' });
  desks.tacloban = await sitAt({ desk: 'tacloban' });
  desks.agmf = await sitAt({ desk: 'agmf' });
};
const derive = async () => {
  await recomputeMatches({ isForced: true });
  await reindex();
};

/** Every row that is not of the trial, and what others than desks read of Bandung. */
async function everythingReal() {
  const rows: Record<string, unknown> = {};
  for (const table of ['practice', 'need', 'record_draft', 'record_version', 'match_evidence']) {
    const [row] = await sql`
      select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${sql(table)} t where not is_trial`;
    rows[table] = row?.digest;
  }
  for (const [who, context] of Object.entries({ visitor: here, ...people })) {
    rows[who] = {
      practices: await listPractices(context, { city: 'bandung', limit: 100 }),
      needs: await listNeeds(context, { city: 'bandung', limit: 100 }),
      practice: await getPractice(context, { id: PRACTICE }),
      need: await getNeed(context, { id: NEED }),
      found: await searchAll(context, { q: 'kang pisman' }),
      answers: await listPracticesForNeed(context, { needKey: NEED, limit: 50 }),
    };
  }
  rows.own = await getOwnPractice(people.real, { id: PRACTICE });
  rows.matches = await getMatches(people.real, { slug: 'bandung', limit: 50 });
  return rows;
}
let before: Awaited<ReturnType<typeof everythingReal>>;

beforeAll(async () => {
  people.real = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  people.observer = (await signIn({ body: 'observer' }, 'observer')).context;
  await sitDownAll();
  await derive();
  before = await everythingReal();
}, 120_000);

/** What a desk of the trial copy and its mayor's office write of a compiled record, published. */
async function correct(): Promise<void> {
  const { id, version } = await practices.revisePractice(desks.bandung, newId(), { id: PRACTICE });
  const fields = { summary: OWN_WORDS };
  const saved = await practices.savePractice(desks.bandung, newId(), { id, version, fields });
  await practices.sendPractice(desks.bandung, newId(), { id, version: saved.version });
  await practices.publishPractice(desks.office, newId(), { id, version: saved.version });
}

const listed = async (context: Context) =>
  (await listPractices(context, { city: 'bandung', limit: 100 })).items.map((item) => item.id);

describe('refusals', () => {
  it('another city’s desk and a secretariat’s do not find it to change', async () => {
    for (const desk of [desks.tacloban, desks.agmf]) {
      for (const command of [practices.confirmPractice, practices.withdrawPractice, practices.revisePractice])
        await expect(command(desk, newId(), { id: PRACTICE })).rejects.toMatchObject({ code: 'not-found' });
      await expect(needs.confirmNeed(desk, newId(), { id: NEED })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('what the desk has not said anything to is neither taken back nor undone', async () => {
    for (const command of [practices.unclaimPractice, practices.unpublishPractice, practices.restorePractice])
      await expect(command(desks.bandung, newId(), { id: PRACTICE })).rejects.toMatchObject({
        code: 'conflict',
      });
    expect(await sql`select 1 from practice where is_trial`).toHaveLength(0);
  });

  it('what the real office has made its own stays as it is', async () => {
    await practices.confirmPractice(people.real, newId(), { id: PRACTICE });
    await expect(practices.confirmPractice(desks.bandung, newId(), { id: PRACTICE })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await practices.unclaimPractice(people.real, newId(), { id: PRACTICE });
    before = await everythingReal();
  });
});

describe('a compiled record, at a desk of its city', () => {
  it('is confirmed for the desks; for all others it is what it was', async () => {
    const { version } = await needs.confirmNeed(desks.bandung, newId(), { id: NEED });
    expect((await getNeed(desks.tacloban, { id: NEED })).version).toBe(version);
    for (const desk of [desks.bandung, desks.tacloban, desks.agmf]) {
      expect(await getNeed(desk, { id: NEED })).toMatchObject({ id: NEED, origin: 'city' });
      const { items } = await listNeeds(desk, { city: 'bandung', limit: 100 });
      expect(items.filter((item) => item.id === NEED)).toHaveLength(1);
    }
    await derive();
    expect(await everythingReal()).toEqual(before);
  });

  it('is taken back, and confirmed anew, as a record of a real office', async () => {
    await needs.unclaimNeed(desks.bandung, newId(), { id: NEED });
    expect(await getNeed(desks.tacloban, { id: NEED })).toMatchObject({ origin: 'compiled' });
    await needs.confirmNeed(desks.bandung, newId(), { id: NEED });
    expect((await getOwnNeed(desks.bandung, { id: NEED })).record).toMatchObject({
      isFromFiles: true,
      isChangeable: true,
      origin: 'city',
    });
    expect(await confirmProfile(desks.bandung, newId(), { citySlug: 'bandung' })).toEqual({ count: 1 });
  });

  it('is corrected on the way through the mayor’s office, found by search, and answers needs', async () => {
    await correct();
    for (const desk of [desks.bandung, desks.tacloban]) {
      expect((await getPractice(desk, { id: PRACTICE })).summary.text).toBe(OWN_WORDS);
      expect((await searchAll(desk, { q: 'kang pisman' })).items.map((item) => item.id)).toContain(PRACTICE);
      const found = await listPractices(desk, { q: 'kang pisman', city: 'bandung' });
      expect(found.items.map((item) => item.id)).toContain(PRACTICE);
    }
    const [kept] = (await getOwnPractice(desks.bandung, { id: PRACTICE })).history.slice(-1);
    expect(kept?.content.summary).toBe((await getPractice(here, { id: PRACTICE })).summary.text);
    await derive();
    for (const reader of [here, desks.tacloban]) {
      const answered = await listNeedsForPractice(reader, { practiceKey: PRACTICE, limit: 50 });
      expect(answered.items.length).toBeGreaterThan(0);
    }
    expect(await everythingReal()).toEqual(before);
    expect((await getRights(desks.bandung, { citySlug: 'bandung' })).hasTwoPeople).toBe(true);
  });

  it('is undone just after it: what was compiled stands there for desks, too', async () => {
    await practices.unpublishPractice(desks.office, newId(), { id: PRACTICE });
    expect((await getPractice(desks.tacloban, { id: PRACTICE })).summary.text).not.toBe(OWN_WORDS);
    await practices.discardPractice(desks.bandung, newId(), { id: PRACTICE });
  });

  it('is removed from every list, count and match of the desks, and brought back', async () => {
    const total = (await listPractices(desks.tacloban, { city: 'bandung' })).total;
    await practices.withdrawPractice(desks.bandung, newId(), { id: PRACTICE });
    await expect(getPractice(desks.tacloban, { id: PRACTICE })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listPractices(desks.tacloban, { city: 'bandung' })).total).toBe(total - 1);
    const own = await listOwnPractices(desks.bandung, { citySlug: 'bandung' });
    expect(own.filter((record) => record.id === PRACTICE)).toMatchObject([{ state: 'withdrawn' }]);
    await derive();
    const seen = JSON.stringify(await getMatches(desks.bandung, { slug: 'bandung', limit: 50 }));
    expect(seen).not.toContain(`"${PRACTICE}"`);
    expect(await everythingReal()).toEqual(before);
    await practices.restorePractice(desks.bandung, newId(), { id: PRACTICE });
    expect(await listed(desks.tacloban)).toContain(PRACTICE);
  });

  it('two desks at once lay one record over it, and a second press nothing more', async () => {
    const [commandId, other] = [newId(), newId()];
    const own = await listOwnPractices(desks.bandung, { citySlug: 'bandung' });
    const asked = { id: own.find((record) => record.id !== PRACTICE)?.id ?? '' };
    const [first, ...more] = await Promise.all([
      practices.confirmPractice(desks.bandung, commandId, asked),
      practices.confirmPractice(desks.office, other, asked),
      practices.revisePractice(desks.bandung, newId(), asked),
    ]);
    expect(more).toHaveLength(2);
    const rows = await sql`select id from practice where key = ${asked.id} and is_trial`;
    expect(rows).toHaveLength(1);
    expect(await sql`select id from record_draft where key = ${asked.id} and is_trial`).toEqual(rows);
    expect(await practices.confirmPractice(desks.bandung, commandId, asked)).toEqual(first);
    await practices.discardPractice(desks.bandung, newId(), asked);
    await practices.unclaimPractice(desks.bandung, newId(), asked);
  });

  it('is written by a desk and by the real office at the same time, each its own', async () => {
    await practices.revisePractice(people.real, newId(), { id: PRACTICE });
    await practices.revisePractice(desks.bandung, newId(), { id: PRACTICE });
    const fields = { summary: 'Of the desk.' };
    await practices.savePractice(desks.bandung, newId(), { id: PRACTICE, version: 1, fields });
    const rows = await sql`
      select is_trial, content ->> 'summary' as summary from record_draft where key = ${PRACTICE} order by is_trial`;
    expect(rows.map((row) => row.summary === 'Of the desk.')).toEqual([false, true]);
    await practices.discardPractice(people.real, newId(), { id: PRACTICE });
  });

  it('is loaded anew from its file, and what the desk said stays over it', async () => {
    await sql`update need set compiled_digest = 'older' where key = ${NEED}`;
    await seed({ folder: SAMPLE_FOLDER, isForced: true });
    expect(await getNeed(desks.tacloban, { id: NEED })).toMatchObject({ origin: 'city' });
    expect(await getNeed(here, { id: NEED })).toMatchObject({ origin: 'compiled' });
  });
});

describe('"Start again", twice at once', () => {
  it('takes away what lay over, and what was compiled is there as it was', async () => {
    before = await everythingReal();
    await practices.withdrawPractice(desks.bandung, newId(), { id: PRACTICE });
    await derive();
    const remains = await getTrialRemains(here);
    expect(remains.practices).toBe(2);
    expect(remains.needs).toBeGreaterThan(0);
    const done = await Promise.all([startAgain(here, newId()), startAgain(here, newId())]);
    expect(done.map(({ practices: count }) => count).sort()).toEqual([0, 2]);
    expect(await isTrialForgotten(here)).toBe(false);
    await derive();
    expect(await isTrialForgotten(here)).toBe(true);
    await sitDownAll();
    expect(await listed(desks.tacloban)).toContain(PRACTICE);
    expect(await getNeed(desks.tacloban, { id: NEED })).toMatchObject({ origin: 'compiled' });
    expect(await everythingReal()).toEqual(before);
  });
});
