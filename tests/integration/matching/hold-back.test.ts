import { afterEach, describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { holdBackPair, liftHoldBack } from '#lib/matching/commands/hold-back.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { MATCH_MODES } from '#lib/matching/contract.ts';
import { getMatches, listHeldPairs } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, isTrial = false) =>
  (await signIn({ city }, 'focal-point', { isTrial })).context;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const elsewhere = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
const bandung = await at('bandung');
const lists = (slug: string, who = jobContext('test')) =>
  Promise.all(MATCH_MODES.map((mode) => getMatches(who, { slug, mode, limit: 100 })));
const slugsOf = (all: Awaited<ReturnType<typeof lists>>) =>
  all.map(({ items }) => items.map(({ city }) => city.slug));
const [, learning = []] = slugsOf(await lists('bandung'));
const [partner = ''] = learning;
const PAIR = { oneSlug: 'bandung', otherSlug: partner };
const partnerSide = await at(partner);

afterEach(async () => {
  await sql`delete from hold_back`;
  await sql`delete from exchange`;
});

describe('holding a pair back', () => {
  it('is there for officers only who serve one of the two, and for nobody else at all', async () => {
    const others = [
      bandung,
      (await signIn({ city: 'bandung' }, 'head-of-office')).context,
      (await signIn({ body: 'chair' }, 'chair')).context,
      (await signIn({ body: 'observer' }, 'observer')).context,
      elsewhere,
      jobContext('test'),
    ];
    for (const who of others) {
      await expect(holdBackPair(who, newId(), { ...PAIR, reason: 'x' })).rejects.toMatchObject({
        code: 'not-found',
      });
      if (who !== elsewhere) {
        await expect(listHeldPairs(who, {})).rejects.toMatchObject({ code: 'not-found' });
      }
    }
    await holdBackPair(officer, newId(), { ...PAIR, reason: 'A dispute' });
    await expect(liftHoldBack(elsewhere, newId(), PAIR)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listHeldPairs(elsewhere, {})).toEqual([]);
    expect(await listHeldPairs(officer, {})).toMatchObject([{ reason: 'A dispute' }]);
    for (const { actor } of [bandung, partnerSide]) {
      expect([...(await withActor(actor, (tx) => tx.execute('select * from hold_back')))]).toEqual([]);
    }
    const wrong = { ...PAIR, otherSlug: 'bandung', reason: 'x' };
    await expect(holdBackPair(officer, newId(), wrong)).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      holdBackPair(officer, newId(), { ...PAIR, otherSlug: 'nowhere', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves lists as they would be if the two had nothing for each other: whoever looks finds no trace', async () => {
    const everybody = await sql<
      { key: string }[]
    >`select key from city where former_since is null order by key`;
    const third = everybody.map(({ key }) => key).filter((key) => key !== 'bandung' && key !== partner);
    const [ours, theirs] = [await lists('bandung'), await lists(partner)];
    const others = await Promise.all(third.slice(0, 30).map((key) => lists(key)));
    const events = async () => (await sql<{ n: number }[]>`select count(*)::int as n from event`)[0]?.n;
    const before = await events();
    await holdBackPair(officer, newId(), { ...PAIR, reason: 'A dispute' });
    // Nothing is told to anybody.
    expect(await events()).toBe(before);
    const held = [await lists('bandung'), await lists(partner)];
    const asPeople = [await lists('bandung', bandung), await lists(partner, partnerSide)];
    await sql`delete from hold_back`;

    // What both lists would be without what the two have for each other.
    const ids = sql`(select id from city where key in ('bandung', ${partner}))`;
    const kept =
      await sql`delete from match_evidence where city_id in ${ids} and other_city_id in ${ids} returning *`;
    expect(kept.length).toBeGreaterThan(0);
    expect(held).toEqual([await lists('bandung'), await lists(partner)]);
    expect(asPeople).toEqual(held);
    for (const row of kept) {
      await sql`insert into match_evidence ${sql({ ...row, covers: sql.json(row.covers) } as never)}`;
    }
    expect([await lists('bandung'), await lists(partner)]).toEqual([ours, theirs]);

    // Full lists stay full: who comes next moves up.
    await holdBackPair(officer, newId(), { ...PAIR, reason: 'A dispute' });
    const ten = await getMatches(bandung, { slug: 'bandung', mode: 'learn-from', limit: 5 });
    expect(ten.items).toHaveLength(Math.min(5, learning.length - 1));
    // Of third cities nothing moves, even when all is computed anew.
    await recomputeMatches({ isForced: true });
    expect(await Promise.all(third.slice(0, 30).map((key) => lists(key)))).toEqual(others);
  });

  it('does not keep the two from asking each other', async () => {
    await holdBackPair(officer, newId(), { ...PAIR, reason: 'A dispute' });
    const asked = { citySlug: 'bandung', otherSlug: partner, size: 'question' as const, question: 'How?' };
    await expect(askExchange(bandung, newId(), asked)).resolves.toMatchObject({ id: expect.any(String) });
  });

  it('keeps the reason, stands in the record of acts without it, and can be lifted without a word to others', async () => {
    await holdBackPair(officer, newId(), { ...PAIR, reason: 'A dispute' });
    const [act] =
      await sql`select subject_kind, after from audit where verb = 'hold-back.set' order by id desc limit 1`;
    expect(act).toEqual({ subject_kind: 'hold-back', after: { isHeld: true } });
    const seen = await withActor(bandung.actor, (tx) =>
      tx.execute(`select id from audit where verb like 'hold-back.%'`),
    );
    expect([...seen]).toEqual([]);
    await liftHoldBack(officer, newId(), PAIR);
    const [event] =
      await sql`select payload from event where type = 'hold-back.lifted' order by id desc limit 1`;
    expect(JSON.stringify(event)).not.toMatch(/[0-9a-f]{8}-/);
    const told = async () => (await sql`select id from event where type = 'matches.recomputed'`).length;
    const before = await told();
    await runJobs(url);
    expect(await told()).toBe(before);
    expect(slugsOf(await lists('bandung'))[1]?.[0]).toBe(partner);
  });

  it('on the trial copy holds for its desks only', async () => {
    const desk = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer', { isTrial: true })).context;
    await holdBackPair(desk, newId(), { ...PAIR, reason: 'x' });
    const trialCity = await at('bandung', true);
    expect(slugsOf(await lists('bandung', trialCity))[1]).not.toContain(partner);
    expect(slugsOf(await lists('bandung', bandung))[1]).toContain(partner);
    expect(await listHeldPairs(officer, {})).toEqual([]);
  });
});
