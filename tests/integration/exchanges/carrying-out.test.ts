import { beforeEach, describe, expect, it } from 'vitest';
import { addClearance, changeClearance, removeClearance } from '#lib/carrying-out/commands/clearances.ts';
import { writePaper } from '#lib/carrying-out/commands/papers.ts';
import { MOST_CLEARANCES } from '#lib/carrying-out/contract.ts';
import { getCarryingOut } from '#lib/carrying-out/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const asking = await at('bandung');
const asked = await at('tacloban');
const staff = await at('tacloban', 'staff');
const strangers: Record<string, Context> = {
  third: await at('hue'),
  desk: await at('tacloban', 'focal-point', true),
  officer: (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context,
  observer: (await signIn({ body: 'observer' }, 'observer')).context,
  visitor: { actor: { kind: 'visitor', isOnTrialCopy: false }, language: 'en', requestId: 'test' },
};
let exchangeId = '';

beforeEach(async () => {
  await sql`delete from exchange`;
  await sql`delete from audit where verb like 'exchange.%'`;
  const given = { citySlug: 'bandung', otherSlug: 'tacloban', size: 'visit' as const, question: 'How?' };
  exchangeId = (await askExchange(asking, newId(), given)).id;
  await come('under-way');
});
const come = (state: string, size = 'visit') =>
  sql`update exchange set state = ${state}, size = ${size} where id = ${exchangeId}`;

const step = { what: 'Permit to travel', dueOn: '2027-01-15' };
const add = (who: Context, what = step) => addClearance(who, newId(), { exchangeId, ...what });
const plan = (who: Context, version: number, action: string) =>
  writePaper(who, newId(), {
    ...{ exchangeId, kind: 'action-plan', version },
    items: [
      { action, owner: 'Water office', cost: 'USD 2,000', on: '2027-06-30', indicator: 'Houses reached' },
    ],
  });
const read = (who: Context) => getCarryingOut(who, { exchangeId });
const trail = () => sql`select verb, after from audit where verb like 'exchange.%' order by id`;

describe('is refused', () => {
  it('to everybody but its two cities, as if it were not there', async () => {
    const { id: clearanceId } = await add(asking);
    for (const [name, who] of Object.entries(strangers)) {
      const hidden = { code: 'not-found' };
      await expect(read(who), name).rejects.toMatchObject(hidden);
      await expect(add(who), name).rejects.toMatchObject(hidden);
      await expect(plan(who, 0, 'x'), name).rejects.toMatchObject(hidden);
      await expect(removeClearance(who, newId(), { exchangeId, clearanceId }), name).rejects.toMatchObject(
        hidden,
      );
    }
  });

  it('to staff, who reads all of it', async () => {
    await expect(add(staff)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(plan(staff, 0, 'x')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await read(staff)).toMatchObject({ mayWrite: [], mayClear: false });
  });

  it('before and after its time, and for a question', async () => {
    for (const [state, size] of [
      ['requested', 'visit'],
      ['withdrawn', 'visit'],
      ['under-way', 'question'],
    ] as const) {
      await come(state, size);
      await expect(plan(asking, 0, 'x')).rejects.toMatchObject({ code: 'conflict', params: { state } });
      await expect(add(asking)).rejects.toMatchObject({ code: 'conflict', params: { state } });
      expect(await read(asking)).toMatchObject({ mayWrite: [], mayClear: false });
    }
  });

  it('for what is no day, no time, nothing or far too much', async () => {
    const wrong = { code: 'invalid' };
    await expect(add(asking, { what: ' ', dueOn: '2027-01-15' })).rejects.toMatchObject(wrong);
    await expect(add(asking, { what: 'x', dueOn: '2027-02-30' })).rejects.toMatchObject(wrong);
    const item = { on: '2027-03-01', what: 'Walk', where: '', from: '25:00', until: '' };
    const programme = { exchangeId, kind: 'programme' as const, version: 0 };
    await expect(writePaper(asking, newId(), { ...programme, items: [item] })).rejects.toMatchObject(wrong);
    const many = Array.from({ length: 41 }, () => ({ ...item, from: '' }));
    await expect(writePaper(asking, newId(), { ...programme, items: many })).rejects.toMatchObject(wrong);
  });

  it('of a step at home to the other city: it reads it and leaves it', async () => {
    const { id: clearanceId } = await add(asking);
    const change = { exchangeId, clearanceId, ...step, isDone: true };
    await expect(changeClearance(asked, newId(), change)).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeClearance(asked, newId(), { exchangeId, clearanceId })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await read(asked)).clearances).toMatchObject([{ side: 'asking', doneAt: null }]);
  });

  it('past the most steps of one city, of which the other has its own', async () => {
    for (let count = 0; count < MOST_CLEARANCES; count += 1) await add(asking);
    await expect(add(asking)).rejects.toMatchObject({ code: 'too-many' });
    await add(asked);
  });
});

describe('papers', () => {
  it('are written by either side in versions; a programme stands in the order of its times', async () => {
    const part = (on: string, from: string, what: string) => ({ on, from, what, until: '', where: '' });
    await writePaper(asking, newId(), {
      ...{ exchangeId, kind: 'programme', version: 0 },
      items: [
        part('2027-03-02', '', 'Wrap up'),
        part('2027-03-01', '14:00', 'Walk'),
        part('2027-03-01', '09:00', 'Welcome'),
      ],
    });
    await plan(asked, 0, 'First');
    await plan(asking, 1, 'Second');
    const { programme, actionPlan, recommendations } = await read(asked);
    expect(programme?.items.map(({ what }) => what)).toEqual(['Welcome', 'Walk', 'Wrap up']);
    expect(actionPlan).toMatchObject({ version: 2, side: 'asking', items: [{ action: 'Second' }] });
    expect(recommendations).toBeNull();
    expect(await trail()).toMatchObject([
      { verb: 'exchange.ask' },
      { verb: 'exchange.write-paper', after: { kind: 'programme', version: 1, side: 'asking' } },
      { verb: 'exchange.write-paper', after: { kind: 'action-plan', version: 1, side: 'asked' } },
      { verb: 'exchange.write-paper', after: { kind: 'action-plan', version: 2, side: 'asking' } },
    ]);
    const events = await sql`select payload from event where type = 'exchange.carried-out'`;
    expect(events.length).toBeGreaterThanOrEqual(3);
  });

  it('are told the other side by mail, once a version; steps at home are not', async () => {
    await sql`delete from notice`;
    await add(asked);
    await plan(asked, 0, 'First');
    await runJobs(url);
    await runJobs(url);
    const mails = await mailsTo(asking.actor.email);
    expect(mails.map(({ words }) => words.subject)).toContain('Tacloban has written an action plan');
    expect(mails.filter(({ words }) => words.subject.includes('action plan'))).toHaveLength(1);
    expect(await mailsTo(asked.actor.email)).toEqual([]);
  });

  it('of two at once one is kept, the other writer meets it', async () => {
    const results = await Promise.allSettled([plan(asking, 0, 'Ours'), plan(asked, 0, 'Theirs')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = results.find((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict', params: { reason: 'out-of-date' } });
    expect(await sql`select 1 from exchange_paper where exchange_id = ${exchangeId}`).toHaveLength(1);
  });

  it('of learning are written until it is completed, the programme before', async () => {
    await come('accepted');
    expect((await read(asking)).mayWrite).toEqual(['programme']);
    await come('completed');
    expect((await read(asking)).mayWrite).toEqual(['recommendations', 'action-plan']);
    await come('outcome-checked');
    expect((await read(asking)).mayWrite).toEqual([]);
  });
});

describe('steps at home', () => {
  it('stand in the order of their dates, are done, not done after all, and gone', async () => {
    const { id: later } = await add(asking);
    const { id: clearanceId } = await add(asking, { what: 'Budget line', dueOn: '2026-12-20' });
    const change = { exchangeId, clearanceId, what: 'Budget line', dueOn: '2026-12-20' };
    await changeClearance(asking, newId(), { ...change, isDone: true });
    const [first, second] = (await read(asked)).clearances;
    expect([first?.what, second?.what]).toEqual(['Budget line', 'Permit to travel']);
    expect(first?.doneAt).not.toBeNull();
    await changeClearance(asking, newId(), { ...change, isDone: false });
    await removeClearance(asking, newId(), { exchangeId, clearanceId: later });
    expect((await read(asked)).clearances).toMatchObject([{ what: 'Budget line', doneAt: null }]);
  });

  it('are made once however often they are sent', async () => {
    const commandId = newId();
    const given = { exchangeId, ...step };
    await Promise.all([addClearance(asking, commandId, given), addClearance(asking, commandId, given)]);
    expect((await read(asking)).clearances).toHaveLength(1);
  });
});
