import { describe, expect, it } from 'vitest';
import { readSeedFiles } from '#db/seed/files.ts';
import { SAMPLE_FOLDER, seed } from '#db/seed/seed.ts';
import { jobContext } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { acceptExchange, completeExchange, writeAnswer } from '#lib/exchanges/commands/moves.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { addTie, setTie } from '#lib/ties/commands.ts';
import { listTies } from '#lib/ties/queries.ts';
import { removeTrial } from '#lib/trial/commands.ts';
import { testDatabase } from '#tests/support/database.ts';
import { runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const bandung = await at('bandung');
const battambang = await at('battambang');
const hue = await at('hue');
const given = {
  citySlug: 'bandung',
  otherSlug: 'battambang',
  kind: 'twinning' as const,
  subject: 'Kerja sama sampah',
  state: 'resting' as const,
};
const withBattambang = async () =>
  (await getMatches(bandung, { slug: 'bandung', mode: 'learn-from', limit: 100 })).items.find(
    ({ city }) => city.slug === 'battambang',
  );

describe('ties that were compiled', () => {
  it('are those of the data file whose two ends are cities of the base, each with source and year', async () => {
    const { ties, cities } = await readSeedFiles(SAMPLE_FOLDER);
    const slugs = new Set(cities.map(({ slug }) => slug));
    expect(ties.length).toBeGreaterThan(20);
    expect(ties.every(({ from, to }) => slugs.has(from) && slugs.has(to))).toBe(true);
    const rows = await sql`
      select t.key, c.key as from, o.key as to, t.year, t.source_url from city_tie t
      join city c on c.id = t.city_id join city o on o.id = t.other_city_id order by t.key`;
    const wanted = ties.map(({ key, from, to, year = null, sourceUrl }) => ({
      ...{ key, from, to, year },
      source_url: sourceUrl,
    }));
    expect([...rows]).toEqual(wanted.sort((a, b) => (a.key < b.key ? -1 : 1)));
    expect((await seed({ isForced: true })).changed).toBe(0);
  });

  it('rest when nothing is on record for five years, and are unknown without a year', async () => {
    const manila = await at('melaka');
    const ties = await listTies(manila, { citySlug: 'melaka' });
    expect(ties.map(({ other, state, year }) => [other.slug, state, year])).toEqual([
      ['kuala-lumpur', 'resting', 1989],
    ]);
    const medan = await listTies(await at('medan'), { citySlug: 'medan' });
    expect(medan.map(({ other, state, year }) => [other.slug, state, year])).toEqual([
      ['penang-island', 'unknown', null],
    ]);
  });
});

describe('a city says its own', () => {
  it('who does not speak for it is refused, and so is what cannot be', async () => {
    await expect(addTie(hue, newId(), given)).rejects.toMatchObject({ code: 'not-found' });
    await expect(addTie(jobContext('test'), newId(), given)).rejects.toMatchObject({ code: 'not-found' });
    const staff = await at('bandung', 'staff');
    await expect(addTie(staff, newId(), given)).rejects.toMatchObject({ code: 'not-allowed' });
    for (const wrong of [
      { otherSlug: 'bandung' },
      { otherSlug: 'nowhere' },
      { subject: '  ' },
      { subject: 'x'.repeat(501) },
      { year: '12' },
      { sourceUrl: 'javascript:alert(1)' },
    ]) {
      await expect(addTie(bandung, newId(), { ...given, ...wrong })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await expect(listTies(hue, { citySlug: 'bandung' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('both cities find it at the match with its state; nobody else finds it, and only she who said it changes it', async () => {
    expect((await withBattambang())?.ties).toEqual([]);
    const { id } = await addTie(bandung, newId(), { ...given, year: '2012' });
    expect((await withBattambang())?.ties).toMatchObject([
      { kind: 'twinning', state: 'resting', year: 2012, toldBy: { slug: 'bandung' } },
    ]);
    const [theirs] = await listTies(battambang, { citySlug: 'battambang' });
    expect(theirs).toMatchObject({ isOwn: false, other: { slug: 'bandung' } });
    for (const who of [battambang, hue]) {
      await expect(setTie(who, newId(), { tieId: id, state: 'removed' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await setTie(bandung, newId(), { tieId: id, state: 'removed' });
    expect((await withBattambang())?.ties).toEqual([]);
    expect(await listTies(battambang, { citySlug: 'battambang' })).toEqual([]);
    await setTie(bandung, newId(), { tieId: id, state: 'active' });
    expect((await withBattambang())?.ties).toMatchObject([{ state: 'active' }]);
    const [act] = await sql`select after from audit where verb = 'tie.set' order by id desc limit 1`;
    expect(act).toEqual({ after: { state: 'active' } });
    await sql`delete from city_tie where id = ${id}`;
  });

  it('a desk of the trial copy says it for desks only, and it goes when they start again', async () => {
    const desk = await at('bandung', 'focal-point', true);
    await addTie(desk, newId(), given);
    expect((await withBattambang())?.ties).toEqual([]);
    expect(await listTies(bandung, { citySlug: 'bandung' })).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ other: expect.anything(), isOwn: true })]),
    );
    const { facts } = await removeTrial(jobContext('test'), newId(), { askedBy: null });
    expect(facts).toBe(1);
    expect([...(await sql`select id from city_tie where is_trial`)]).toEqual([]);
  });
});

describe('an exchange that was completed', () => {
  it('stands among the ties of both cities, once, and of nobody else', async () => {
    const asked = { citySlug: 'bandung', otherSlug: 'battambang', size: 'question' as const };
    const { id: exchangeId } = await askExchange(bandung, newId(), { ...asked, question: 'How?' });
    await acceptExchange(battambang, newId(), { exchangeId });
    await writeAnswer(battambang, newId(), { exchangeId, version: 2, text: 'So.' });
    await completeExchange(bandung, newId(), { exchangeId });
    await runJobs(url);
    await runJobs(url);
    expect((await withBattambang())?.ties).toMatchObject([
      { kind: 'exchange', state: 'active', subject: { text: 'How?' }, toldBy: null },
    ]);
    expect(await listTies(battambang, { citySlug: 'battambang' })).toHaveLength(1);
    const rows = await sql`select origin from city_tie where key = ${`exchange:${exchangeId}`}`;
    expect([...rows]).toEqual([{ origin: 'exchange' }]);
  });
});
