import { describe, expect, it } from 'vitest';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { acceptExchange } from '#lib/exchanges/commands/moves.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { newId } from '#lib/platform/ids.ts';
import { noteBriefSeen, noteMatchesSeen, startAgain } from '#lib/trial/commands.ts';
import {
  getTrial,
  getTrialRemains,
  getTrialRemoval,
  hasTrialMatch,
  isTrialForgotten,
} from '#lib/trial/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';
import { answerBandung } from './records.ts';

const database = await testDatabase({ seeded: true });
const { sql } = database;

const visitor = (onTrialCopy: boolean): Context => ({
  actor: { kind: 'visitor', isOnTrialCopy: onTrialCopy },
  language: 'en',
  requestId: 'test',
});
const here = visitor(true);

async function sitAt(seat: Parameters<typeof sitDown>[1]): Promise<Context> {
  const session = await sitDown(here, seat);
  return { ...here, actor: await actorOf({ session, isOnTrialCopy: true }) };
}

describe('outside the trial copy there is no trial', () => {
  it('for a visitor, and for an office of a city', async () => {
    const { context: office } = await signIn({ city: 'bandung' }, 'focal-point');
    expect(isOnTrialCopy(office.actor)).toBe(false);
    for (const context of [visitor(false), office]) {
      const refused = { code: 'not-found' };
      await expect(getTrial(context)).rejects.toMatchObject(refused);
      await expect(hasTrialMatch(context, 'tacloban')).rejects.toMatchObject(refused);
      await expect(getTrialRemains(context)).rejects.toMatchObject(refused);
      await expect(getTrialRemoval(context, newId())).rejects.toMatchObject(refused);
      await expect(isTrialForgotten(context)).rejects.toMatchObject(refused);
      await expect(startAgain(context, newId())).rejects.toMatchObject(refused);
      await expect(sitDown(context, { desk: 'bandung' })).rejects.toMatchObject(refused);
    }
  });

  it('for the session of a desk, which is a visitor there', async () => {
    const session = await sitDown(here, { desk: 'bandung' });
    expect((await actorOf({ session, isOnTrialCopy: false })).kind).toBe('visitor');
  });
});

describe('a desk', () => {
  it.each(['atlantis', "x';--", 'a'.repeat(200)])('is not there for the city %s', async (city) => {
    await expect(sitDown(here, { city })).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|invalid)$/),
    });
  });

  it.each(['hoi-an', 'da-lat', 'cao-lanh'])('is not there for %s, which was a city', async (city) => {
    await expect(sitDown(here, { city })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['tacloban', true],
    ['battambang', true],
    ['medan', false],
    ['singapore', false],
    ['hoi-an', false],
    ['atlantis', false],
  ] as const)(
    'says before anybody sits down whether the steps lead anywhere from it: %s',
    async (city, has) => {
      expect(await hasTrialMatch(here, city)).toBe(has);
    },
  );

  it('whose city ceased meanwhile still has a page, with nobody beside it', async () => {
    const desk = await sitAt({ city: 'tacloban' });
    expect((await getTrial(desk)).beside).not.toBeNull();
    await sql`update city set former_since = '2026-01-01' where key = 'tacloban'`;
    try {
      expect(await getTrial(desk)).toMatchObject({ city: { slug: 'tacloban' }, beside: null, done: ['sit'] });
    } finally {
      await sql`update city set former_since = null where key = 'tacloban'`;
    }
  });

  it('is an ordinary appointment and session, the same for all who sit at it', async () => {
    const [one, two] = await Promise.all([sitAt({ city: 'battambang' }), sitAt({ city: 'battambang' })]);
    for (const { actor } of [one, two]) {
      expect(actor).toMatchObject({
        kind: 'person',
        isTrial: true,
        appointments: [{ role: 'focal-point', citySlug: 'battambang' }],
      });
    }
    const rows = await sql`select 1 from person where email = 'battambang@trial.invalid'`;
    expect(rows).toHaveLength(1);
  });
});

describe('the steps', () => {
  it('are ticked by what has happened, and by nothing else', async () => {
    await startAgain(here, newId());
    expect((await getTrial(here)).done).toEqual([]);
    const bandung = await sitAt({ desk: 'bandung' });
    const first = await getTrial(bandung);
    expect(first.done).toEqual(['sit']);
    expect(first.city?.slug).toBe('bandung');
    expect(first.beside?.match.city.slug).toBe('battambang');
    expect(first.beside?.place).toBe(1);

    await noteMatchesSeen(bandung, 'bandung');
    await noteMatchesSeen(bandung, 'bandung');
    expect((await getTrial(bandung)).done).toEqual(['sit', 'match']);
    const [marks] = await sql<{ n: number }[]>`select count(*)::int as n from audit where verb = 'match.see'`;
    expect(marks?.n).toBe(1);

    const battambang = await sitAt({ city: 'battambang' });
    expect((await getTrial(bandung)).done).toEqual(['sit', 'match', 'beside']);
    expect((await getTrial(battambang)).beside).toMatchObject({
      isOpen: true,
      match: { city: { slug: 'bandung' } },
    });

    await answerBandung(sql, 'arrives');
    expect((await getTrial(bandung)).done).toEqual(['sit', 'match', 'beside', 'publish']);
    await recomputeMatches({ isForced: true });
    const last = await getTrial(bandung);
    expect(last.done).toEqual(['sit', 'match', 'beside', 'publish', 'arrive']);
    expect(last.arrived).toEqual(['arrives']);
    expect((await getTrial(battambang)).received.map((practice) => practice.id)).toEqual(['arrives']);
  });

  it('tick ask, answer and print by the exchange with the city beside and the brief that was opened', async () => {
    await startAgain(here, newId());
    const bandung = await sitAt({ desk: 'bandung' });
    const battambang = await sitAt({ city: 'battambang' });
    const asks = {
      citySlug: 'bandung',
      otherSlug: 'battambang',
      size: 'question',
      question: 'How?',
    } as const;
    const { id: exchangeId } = await askExchange(bandung, newId(), asks);
    await noteBriefSeen(bandung, newId());
    expect((await getTrial(bandung)).done).not.toContain('print');
    await noteBriefSeen(bandung, exchangeId);
    await noteBriefSeen(bandung, exchangeId);
    expect((await getTrial(bandung)).done).toEqual(['sit', 'beside', 'ask', 'print']);
    expect((await getTrial(battambang)).done).not.toContain('print');
    await acceptExchange(battambang, newId(), { exchangeId });
    expect((await getTrial(bandung)).done).toEqual(['sit', 'beside', 'ask', 'answer', 'print']);
  });

  it('name the need that would be answered where what was published does not arrive', async () => {
    await startAgain(here, newId());
    const bandung = await sitAt({ desk: 'bandung' });
    const battambang = await sitAt({ city: 'battambang' });
    await answerBandung(sql, 'elsewhere');
    await sql`
      update practice set title = 'Dance', summary = 'Dance.', topics = '{creative-economy}' where key = 'elsewhere'`;
    await recomputeMatches({ isForced: true });
    const trial = await getTrial(bandung);
    expect(trial.practices.map((practice) => practice.id)).toEqual(['elsewhere']);
    expect(trial.arrived).toEqual([]);
    expect(trial.done).not.toContain('arrive');
    expect(trial.beside?.wanted?.id).toContain('battambang');
    expect((await getTrial(battambang)).received).toEqual([]);
  });

  it('leave the desk that somebody opened beside, whatever stands first', async () => {
    await startAgain(here, newId());
    const bandung = await sitAt({ desk: 'bandung' });
    await sitAt({ desk: 'tacloban' });
    const { beside } = await getTrial(bandung);
    expect(beside).toMatchObject({ isOpen: true, match: { city: { slug: 'tacloban' } } });
    expect(beside?.place).toBeGreaterThan(1);
  });

  it('do not lead through a desk that is no city’s', async () => {
    const agmf = await sitAt({ desk: 'agmf' });
    expect(await getTrial(agmf)).toMatchObject({ city: null, beside: null, done: ['sit'] });
  });

  it('leave no mark of a real office that reads its matches', async () => {
    const before = await sql`select 1 from audit where verb = 'match.see'`;
    const { context } = await signIn({ city: 'bandung' }, 'staff');
    await noteMatchesSeen(context, 'bandung');
    expect(await sql`select 1 from audit where verb = 'match.see'`).toHaveLength(before.length);
  });
});

describe('"Start again"', () => {
  const tables = async () => {
    const rows = await sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'is_trial' order by 1`;
    return rows.map((row) => row.name);
  };
  const trialRows = async (name: string) => (await sql`select 1 from ${sql(name)} where is_trial`).length;

  it('removes what the desks wrote and the desks, and leaves everything else', async () => {
    await signIn({ city: 'dili' }, 'head-of-office');
    const desk = await sitAt({ desk: 'bandung' });
    await answerBandung(sql, 'goes-1');
    await answerBandung(sql, 'goes-2');
    const real = () => sql`
      select (select count(*) from practice where not is_trial) as practices, (select count(*) from need) as needs,
        (select count(*) from session s join person p on p.id = s.person_id where not p.is_trial) as sessions`;
    const before = await real();
    const removals = () => sql`
      select 1 from event where type = 'practice.removed' and (payload ->> 'isTrial')::boolean`;
    const told = (await removals()).length;
    const remains = await getTrialRemains(desk);
    expect(remains).toMatchObject({ practices: 2, needs: 0 });
    expect(remains.people).toBeGreaterThan(0);

    const commandId = newId();
    expect(await startAgain(desk, commandId)).toEqual(remains);
    expect(await real()).toEqual(before);
    // Matches of desks, and their prices, are computed for whoever sits down next.
    const computed = ['match_evidence', 'match_price'];
    for (const table of await tables()) {
      if (!computed.includes(table)) expect([table, await trialRows(table)]).toEqual([table, 0]);
    }
    expect((await getTrial(here)).done).toEqual([]);
    expect(await getTrialRemoval(here, commandId)).toEqual(remains);
    const [line] = await sql`select actor_kind, subject_kind from audit where command_id = ${commandId}`;
    expect(line).toEqual({ actor_kind: 'job', subject_kind: 'trial' });
    expect(await removals()).toHaveLength(told + 2);
  });

  it('is seen in the matches once they are computed', async () => {
    await sitAt({ desk: 'bandung' });
    await answerBandung(sql, 'seen');
    await recomputeMatches({ isForced: true });
    expect(await isTrialForgotten(here)).toBe(true);
    await startAgain(here, newId());
    expect(await isTrialForgotten(here)).toBe(false);
    await recomputeMatches({ isForced: true });
    expect(await isTrialForgotten(here)).toBe(true);
  });

  it('does its work once for one command, and two at once do no harm', async () => {
    await sitAt({ desk: 'bandung' });
    await answerBandung(sql, 'twice');
    const commandId = newId();
    const first = await startAgain(here, commandId);
    expect(first.practices).toBe(1);
    expect(await startAgain(here, commandId)).toEqual(first);
    await sitAt({ desk: 'bandung' });
    await answerBandung(sql, 'twice');
    const both = await Promise.all([startAgain(here, newId()), startAgain(here, newId())]);
    expect(both.map((one) => one.practices).sort()).toEqual([0, 1]);
  });

  it('writes no line where there was nothing to remove', async () => {
    await startAgain(here, newId());
    const commandId = newId();
    await startAgain(here, commandId);
    expect(await getTrialRemoval(here, commandId)).toBeNull();
    expect(await getTrialRemoval(here, 'no id')).toBeNull();
  });
});
