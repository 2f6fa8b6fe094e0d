import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { sweepExchanges } from '#lib/exchanges/commands/clock.ts';
import { consentToOutcome } from '#lib/exchanges/commands/consent.ts';
import {
  acceptExchange,
  checkOutcome,
  completeExchange,
  declineExchange,
  proposeDates,
  undoAnswer,
  withdrawExchange,
  writeAnswer,
} from '#lib/exchanges/commands/moves.ts';
import { getExchange, listExchanges, listStandings, listTransfers } from '#lib/exchanges/queries.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const PRACTICE = 'tacloban-resettlement';
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const asking = await at('bandung');
const asked = await at('tacloban');
const third = await at('hue');
const staff = await at('tacloban', 'staff');
const desk = await at('tacloban', 'focal-point', true);
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const observer = (await signIn({ body: 'observer' }, 'observer')).context;
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const strangers = { third, desk, officer, observer, visitor };

const practice = (
  await sql<{ key: string }[]>`
  select p.key from practice p join city c on c.id = p.city_id where c.key = 'tacloban' order by p.key limit 1`
)[0]?.key;
const given = {
  citySlug: 'bandung',
  otherSlug: 'tacloban',
  size: 'question' as const,
  question: 'How did you choose where families moved to?',
  ...(practice === undefined ? {} : { practiceId: practice }),
};
const ask = async () => (await askExchange(asking, newId(), given)).id;
const moveClock = (days: number, minutes = 0) => sql`
  insert into clock (id, "offset") values (1, make_interval(days => ${days}, mins => ${minutes}))
  on conflict (id) do update set "offset" = excluded."offset"`;
const subjects = async (to: typeof asked) =>
  (await mailsTo(to.actor.email)).map(({ words }) => words.subject);
const refused = { code: 'not-found' };

beforeEach(async () => {
  await moveClock(0);
  await sql`delete from exchange`;
  await sql`delete from notice`;
  await sql`delete from audit where verb like 'exchange.%'`;
});

describe('asking is refused', () => {
  it('to everybody who does not speak for the asking city', async () => {
    for (const who of [third, officer, observer, visitor, asked]) {
      await expect(askExchange(who, newId(), given)).rejects.toMatchObject(refused);
    }
    const atAsking = (await signIn({ city: 'bandung' }, 'staff')).context;
    await expect(askExchange(atAsking, newId(), given)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('of oneself, of nobody, about nothing, and for what is not there', async () => {
    const wrong = [
      [{ otherSlug: 'bandung' }, 'invalid'],
      [{ otherSlug: 'nowhere' }, 'not-found'],
      [{ otherSlug: 'hoi-an' }, 'not-found'],
      [{ question: ' \u0000 ' }, 'invalid'],
      [{ question: '\u200b\u2060?!' }, 'invalid'],
      [{ question: 'x'.repeat(4001) }, 'invalid'],
      [{ practiceId: 'no-such-practice' }, 'not-found'],
      [{ size: 'party' as never }, 'invalid'],
      [{ dates: [{ from: '2026-03-02', to: '2026-03-01' }] }, 'invalid'],
    ] as const;
    for (const [change, code] of wrong) {
      await expect(
        askExchange(asking, newId(), { ...given, ...change } as typeof given),
      ).rejects.toMatchObject({ code });
    }
  });

  it('a second time while the first waits, also at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 5 }, ask));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(ask()).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an exchange', () => {
  it('is there for its two cities and nobody else', async () => {
    const exchangeId = await ask();
    expect(await getExchange(asking, { exchangeId })).toMatchObject({ side: 'asking', may: ['withdraw'] });
    expect((await getExchange(asked, { exchangeId })).may).toEqual(['propose-dates', 'accept', 'decline']);
    expect((await getExchange(staff, { exchangeId })).may).toEqual([]);
    for (const who of Object.values(strangers)) {
      await expect(getExchange(who, { exchangeId })).rejects.toMatchObject(refused);
      await expect(acceptExchange(who, newId(), { exchangeId })).rejects.toMatchObject(refused);
      await expect(withdrawExchange(who, newId(), { exchangeId })).rejects.toMatchObject(refused);
    }
    await expect(listExchanges(third, { citySlug: 'bandung' })).rejects.toMatchObject(refused);
    expect(await listExchanges(third, { citySlug: 'hue' })).toEqual([]);
    expect(await listExchanges(desk, { citySlug: 'tacloban' })).toEqual([]);
    expect(await listExchanges(asked, { citySlug: 'tacloban' })).toHaveLength(1);
  });

  it('is not answered by who asked, by staff, or twice at once', async () => {
    const exchangeId = await ask();
    await expect(acceptExchange(asking, newId(), { exchangeId })).rejects.toMatchObject({
      code: 'conflict',
      params: { state: 'requested' },
    });
    await expect(acceptExchange(staff, newId(), { exchangeId })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const answers = await Promise.allSettled([
      acceptExchange(asked, newId(), { exchangeId }),
      declineExchange(asked, newId(), { exchangeId }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sql`select 1 from audit where verb in ('exchange.accept', 'exchange.decline')`).toHaveLength(
      1,
    );
  });

  it('goes from a question to its outcome after a year, which both let be shown', async () => {
    const exchangeId = await ask();
    await runJobs(url);
    expect(await subjects(asked)).toEqual(['Bandung asks Tacloban for a question']);
    await acceptExchange(asked, newId(), { exchangeId });
    const { version } = await getExchange(asked, { exchangeId });
    await expect(
      writeAnswer(asked, newId(), { exchangeId, version: version - 1, text: 'Late' }),
    ).rejects.toMatchObject({ code: 'conflict', params: { reason: 'out-of-date' } });
    await writeAnswer(asked, newId(), { exchangeId, version, text: 'By asking the families.' });
    expect((await getExchange(asking, { exchangeId })).answers).toMatchObject([
      { text: 'By asking the families.' },
    ]);
    await completeExchange(asking, newId(), { exchangeId });
    const said = { exchangeId, outcome: 'adapted' as const, changed: 'We ask first, too.', isShown: true };
    await expect(checkOutcome(asking, newId(), { ...said, month: 12 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await moveClock(93);
    await Promise.all([sweepExchanges(), sweepExchanges()]);
    await runJobs(url);
    expect((await subjects(asking))[0]).toBe('What came of the exchange with Tacloban?');
    await checkOutcome(asking, newId(), { ...said, month: 3 });
    await moveClock(366);
    await sweepExchanges();
    await checkOutcome(asking, newId(), { ...said, month: 12, outcome: 'adopted' });
    expect(await getExchange(asked, { exchangeId })).toMatchObject({
      state: 'outcome-checked',
      nextCheck: null,
    });
    expect(await listTransfers(visitor, { practiceId: given.practiceId ?? PRACTICE })).toEqual([]);
    await consentToOutcome(asked, newId(), { exchangeId, month: 12, isShown: true });
    expect(await listTransfers(visitor, { practiceId: given.practiceId ?? PRACTICE })).toMatchObject([
      { to: { slug: 'bandung' }, outcome: 'adopted', month: 12 },
    ]);
    await consentToOutcome(asking, newId(), { exchangeId, month: 12, isShown: false });
    expect(await listTransfers(visitor, { practiceId: given.practiceId ?? PRACTICE })).toEqual([]);
  });

  it('tells the other side of an answer only when it cannot be taken back any more', async () => {
    const exchangeId = await ask();
    await declineExchange(asked, newId(), { exchangeId });
    await runJobs(url);
    await expect(undoAnswer(asking, newId(), { exchangeId })).rejects.toMatchObject({ code: 'conflict' });
    await undoAnswer(asked, newId(), { exchangeId });
    await runJobs(url);
    expect(await subjects(asking)).toEqual([]);
    await acceptExchange(asked, newId(), { exchangeId });
    await moveClock(0, 11);
    await expect(undoAnswer(asked, newId(), { exchangeId })).rejects.toMatchObject({ code: 'conflict' });
    await runJobs(url);
    expect(await subjects(asking)).toEqual(['Tacloban says yes']);
  });

  it('reminds three times and ends by itself after 21 days', async () => {
    const exchangeId = await ask();
    await runJobs(url);
    const counts: [number, number][] = [];
    for (const day of [6, 8, 15, 19, 20]) {
      await moveClock(day);
      await sweepExchanges();
      await runJobs(url);
      counts.push([day, (await subjects(asked)).length]);
    }
    expect(counts).toEqual([
      ...[
        [6, 1],
        [8, 2],
        [15, 3],
        [19, 4],
        [20, 4],
      ],
    ]);
    await moveClock(22);
    await Promise.all([sweepExchanges(), sweepExchanges()]);
    await runJobs(url);
    expect((await getExchange(asking, { exchangeId })).state).toBe('expired');
    expect(await sql`select 1 from audit where verb = 'exchange.expire'`).toHaveLength(1);
    expect((await subjects(asking))[0]).toContain('has ended');
  });
});

describe('the link of a mail', () => {
  const linked = async (): Promise<Context> => {
    const [mail] = await mailsTo(asked.actor.email);
    const token = new URL(mail?.words.action?.href ?? '', 'http://x').searchParams.get('token') ?? '';
    const link = await readLinkOf('answer-exchange', token);
    if (link.state !== 'open') throw new Error(`the link is ${link.state}`);
    return { ...visitor, actor: linkActor('answer-exchange', link) };
  };

  it('answers, once, and does nothing else', async () => {
    const exchangeId = await ask();
    await runJobs(url);
    const link = await linked();
    await expect(withdrawExchange(link, newId(), { exchangeId })).rejects.toMatchObject(refused);
    expect(await getExchange(link, { exchangeId })).toMatchObject({ side: 'asked', state: 'requested' });
    await acceptExchange(link, newId(), { exchangeId });
    await expect(declineExchange(link, newId(), { exchangeId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes the answer back within ten minutes, not later, and not the answer of the other side', async () => {
    const exchangeId = await ask();
    await runJobs(url);
    const link = await linked();
    await declineExchange(link, newId(), { exchangeId });
    await undoAnswer(link, newId(), { exchangeId });
    await proposeDates(link, newId(), { exchangeId, dates: [{ from: '2027-03-01', to: '2027-03-02' }] });
    await expect(acceptExchange(link, newId(), { exchangeId })).rejects.toMatchObject(refused);
    await expect(getExchange(link, { exchangeId })).rejects.toMatchObject(refused);
    await acceptExchange(asking, newId(), { exchangeId });
    await expect(undoAnswer(link, newId(), { exchangeId })).rejects.toMatchObject(refused);
    await undoAnswer(asking, newId(), { exchangeId });
    await acceptExchange(asking, newId(), { exchangeId });
    await moveClock(0, 11);
    await expect(undoAnswer(asking, newId(), { exchangeId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is worth nothing for another exchange, or to who speaks for the office no more', async () => {
    const exchangeId = await ask();
    await runJobs(url);
    const link = await linked();
    if (link.actor.kind !== 'link') throw new Error('no link');
    for (const actor of [
      { ...link.actor, subject: newId() },
      { ...link.actor, purpose: 'confirm-profile' as const },
      { ...link.actor, personId: third.actor.personId },
      { ...link.actor, personId: asking.actor.personId },
    ]) {
      await expect(acceptExchange({ ...link, actor }, newId(), { exchangeId })).rejects.toMatchObject(
        refused,
      );
    }
    await sql`update appointment set role = 'staff' where person_id = ${asked.actor.personId}`;
    await expect(acceptExchange(link, newId(), { exchangeId })).rejects.toMatchObject(refused);
    await sql`update appointment set role = 'focal-point' where person_id = ${asked.actor.personId}`;
  });
});

describe('a secretariat', () => {
  it('sees open or closed, never how it ended', async () => {
    const exchangeId = await ask();
    const seen = async () => (await listStandings(officer, {})).find(({ id }) => id === exchangeId);
    expect(await seen()).toMatchObject({ isOpen: true, asking: { slug: 'bandung' } });
    await declineExchange(asked, newId(), { exchangeId });
    const declined = await seen();
    expect(declined).toMatchObject({ isOpen: false, waitsSince: null });
    await sql`delete from exchange`;
    const again = await ask();
    await withdrawExchange(asking, newId(), { exchangeId: again });
    const withdrawn = (await listStandings(officer, {})).find(({ id }) => id === again);
    expect(Object.keys(withdrawn ?? {})).toEqual(Object.keys(declined ?? {}));
    expect(withdrawn).toMatchObject({ isOpen: false, waitsSince: null });
    for (const who of [third, asked, observer, visitor]) {
      await expect(listStandings(who, {})).rejects.toMatchObject(refused);
    }
  });
});
