import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { declineExchange, undoAnswer } from '#lib/exchanges/commands/moves.ts';
import { sayRelevance } from '#lib/matching/commands/relevance.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const bandung = await at('bandung');
const named = async (slug: string, who: Context) =>
  (await getMatches(who, { slug, mode: 'exchange', limit: 100 })).items.map(({ city }) => city.slug);
const [partner = ''] = await named('bandung', bandung);
const other = await at(partner);
const moveClock = (days: number, minutes = 0) => sql`
  insert into clock (id, "offset") values (1, make_interval(days => ${days}, mins => ${minutes}))
  on conflict (id) do update set "offset" = excluded."offset"`;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;

beforeEach(async () => {
  await moveClock(0);
  for (const table of ['exchange', 'match_rest', 'match_not_relevant']) await sql`delete from ${sql(table)}`;
});

describe('a pair of which one has declined', () => {
  const ask = { citySlug: 'bandung', otherSlug: partner, size: 'question' as const, question: 'How?' };
  const declined = async () => {
    const { id: exchangeId } = await askExchange(bandung, newId(), ask);
    await declineExchange(other, newId(), { exchangeId });
    await runJobs(url);
    return exchangeId;
  };
  const both = async () => [
    (await named('bandung', bandung)).includes(partner),
    (await named(partner, other)).includes('bandung'),
  ];

  it('rests for a year in both lists, from when the other side can have heard, and comes back', async () => {
    expect(await both()).toEqual([true, true]);
    await declined();
    expect(await both()).toEqual([true, true]);
    await moveClock(0, 11);
    expect(await both()).toEqual([false, false]);
    await moveClock(364);
    expect(await both()).toEqual([false, false]);
    await moveClock(366);
    expect(await both()).toEqual([true, true]);
  });

  it('does not rest when the answer was taken back', async () => {
    const exchangeId = await declined();
    await undoAnswer(other, newId(), { exchangeId });
    await runJobs(url);
    await moveClock(0, 11);
    expect(await both()).toEqual([true, true]);
  });

  it('tells nobody: no actor reads that it rests, and lists of others stay as they are', async () => {
    const third = await at('hue');
    const before = await named('hue', third);
    await declined();
    await moveClock(0, 11);
    const asked =
      'select 1 from match_rest union all select 1 from unnest(saling_resting((select id from city where key = $$bandung$$)))';
    for (const { actor } of [third, officer]) {
      expect([...(await withActor(actor, (tx) => tx.execute(asked)))]).toEqual([]);
    }
    expect(await named('hue', third)).toEqual(before);
  });
});

describe('a city says that another is not relevant', () => {
  const say = { citySlug: 'bandung', otherSlug: partner, isRelevant: false };

  it('who does not speak for it is refused', async () => {
    await expect(sayRelevance(other, newId(), say)).rejects.toMatchObject({ code: 'not-found' });
    await expect(sayRelevance(officer, newId(), say)).rejects.toMatchObject({ code: 'not-found' });
    await expect(sayRelevance(await at('bandung', 'staff'), newId(), say)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(sayRelevance(bandung, newId(), { ...say, otherSlug: 'nowhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('which shapes its own list only, of its own world, until it says otherwise', async () => {
    const theirs = await named(partner, other);
    await sayRelevance(bandung, newId(), say);
    await sayRelevance(bandung, newId(), say);
    expect(await named('bandung', bandung)).not.toContain(partner);
    const { notRelevant } = await getMatches(bandung, { slug: 'bandung' });
    expect(notRelevant.map(({ slug }) => slug)).toEqual([partner]);
    expect(await named(partner, other)).toEqual(theirs);
    expect(await named('bandung', await at('bandung', 'focal-point', true))).toContain(partner);
    const [act] =
      await sql`select after from audit where verb = 'match.say-relevance' order by id desc limit 1`;
    expect(act).toEqual({ after: { isRelevant: false } });
    await sayRelevance(bandung, newId(), { ...say, isRelevant: true });
    expect(await named('bandung', bandung)).toContain(partner);
  });
});
