import { describe, expect, it } from 'vitest';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { describeProblem, getHome, searchAll } from '#lib/discovery/queries.ts';
import { listNeedsForPractice } from '#lib/matching/queries.ts';
import { getNeed, listNeeds } from '#lib/needs/queries.ts';
import { getPractice } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase({ seeded: true });
const reader: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};

describe('describing a problem', () => {
  it('refuses an empty text', async () => {
    await expect(describeProblem(reader, { text: ' \u200b\n' })).resolves.toMatchObject({ answers: [] });
    await expect(describeProblem(reader, { text: '  ' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('refuses a text over 10,000 characters', async () => {
    await expect(describeProblem(reader, { text: 'x'.repeat(10_001) })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it.each([
    [
      'en',
      'Households mix all their waste. We tried a campaign, but only a few streets sort.',
      'solid-waste',
    ],
    ['id', 'Sampah rumah tangga tidak dipilah. Kami sudah mencoba kampanye.', 'solid-waste'],
    ['th', 'น้ำท่วมทุกปี ชุมชนไม่มีระบบเตือนภัย', 'flood-resilience'],
    ['vi', 'Thành phố bị ngập do triều cường và sụt lún', 'land-subsidence'],
    ['km', 'ការគ្រប់គ្រងសំរាមនៅទីក្រុង', 'solid-waste'],
    ['my', 'အမှိုက်စီမံခန့်ခွဲမှု', 'solid-waste'],
  ])('written in %s finds topics, practices, cities and a draft', async (_language, text, topic) => {
    const found = await describeProblem(reader, { text });
    expect(found.topics.map(({ code }) => code)).toContain(topic);
    expect(found.answers.length).toBeGreaterThanOrEqual(5);
    expect(found.answers.slice(0, 5).some(({ practice }) => practice.topics.includes(topic))).toBe(true);
    expect(found.cities.flatMap(({ practiceIds }) => practiceIds).sort()).toEqual(
      found.answers.map(({ practice }) => practice.id).sort(),
    );
    expect(found.draft.description).toBe(text);
    expect(found.draft.title.length).toBeLessThanOrEqual(80);
  });

  it('follows the topics that the reader chose', async () => {
    const found = await describeProblem(reader, {
      text: 'Our streets are too hot',
      topic: ['green-space', 'heat'],
    });
    expect(found.topics.map(({ code }) => code)).toEqual(['green-space', 'heat']);
    expect(found.draft.topics).toEqual(['green-space', 'heat']);
  });

  it('never suggests a former city to work with, and says until when one was there', async () => {
    const found = await describeProblem(reader, { text: 'plastic waste in old town streets with tourists' });
    expect(found.closeNeeds.length).toBeGreaterThan(0);
    expect(found.closeNeeds.filter(({ city }) => city.formerSince !== null)).toEqual([]);
    const hoiAn = found.cities.find(({ city }) => city.slug === 'hoi-an');
    expect(hoiAn?.city.formerSince).toBe('2025-07-01');
  });

  it('answers the same question twice in the same way', async () => {
    const text = 'Street vendors block the walkways. Moving them led to conflict.';
    expect(await describeProblem(reader, { text })).toEqual(await describeProblem(reader, { text }));
  });

  it.each([
    '!!! ??? …',
    '🌊🌊🌊',
    '\u200b\u200b',
    '\ud800',
    "'; drop table practice; --",
    '<script>alert(1)</script>',
  ])('takes %j without harm', async (text) => {
    const found = await describeProblem(reader, { text });
    expect(found.answers.length).toBeLessThanOrEqual(10);
  });
});

describe('what cities look for', () => {
  it('leaves former cities out where it suggests partners, and counts what they looked for', async () => {
    const asked = { topic: ['zero-waste'], limit: 50 };
    const [all, present] = [
      await listNeeds(reader, asked),
      await listNeeds(reader, asked, { isOfPresent: true }),
    ];
    const former = all.items.filter(({ city }) => city.formerSince !== null);
    expect(former.map(({ city }) => city.slug)).toContain('hoi-an');
    expect(present.items).toEqual(all.items.filter((need) => !former.includes(need)));
    expect(present.total).toBe(all.total);
  });

  it('is never what a former city looked for beside a practice that answers it', async () => {
    const [row] = await sql<{ key: string }[]>`
      select p.key from need_practice a join practice p on p.id = a.practice_id
      join need n on n.id = a.need_id join city c on c.id = n.city_id
      where c.former_since is not null and p.state = 'published' order by a.score desc limit 1`;
    const { items } = await listNeedsForPractice(reader, { practiceKey: row?.key ?? '', limit: 50 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ city }) => city.formerSince !== null)).toEqual([]);
  });
});

describe('search over all kinds', () => {
  it.each(['', '  ', '\u0000 '])('refuses to look for nothing (%j)', async (q) => {
    await expect(searchAll(reader, { q })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/q', code: 'required' }],
    });
  });

  it('finds cities by name, topics by word and records by text, with the words marked', async () => {
    const { items } = await searchAll(reader, { q: 'bandung', limit: 50 });
    expect(items).toContainEqual(expect.objectContaining({ kind: 'city', id: 'bandung' }));
    expect(items.some(({ kind }) => kind === 'practice')).toBe(true);
    const marked = items.find(({ id }) => id === 'bandung')?.pieces.filter(({ isMatch }) => isMatch);
    expect(marked?.map(({ text }) => text)).toEqual(['Bandung']);
    const heat = await searchAll(reader, { q: 'urban heat', limit: 50 });
    expect(heat.items).toContainEqual(expect.objectContaining({ kind: 'topic', id: 'heat' }));
  });

  it('keeps to one kind when asked', async () => {
    const { items } = await searchAll(reader, { q: 'waste', kind: 'need', limit: 30 });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['need']));
  });
});

describe('the home page', () => {
  it('shows a challenge and the practice of another city, each with its source', async () => {
    const { example } = await getHome(reader);
    expect(example).not.toBeNull();
    expect(example?.need.city.slug).not.toBe(example?.practice.city.slug);
    expect([example?.need.source, example?.practice.source]).not.toContain(null);
  });

  it('counts under each commitment what the library really holds', async () => {
    const { commitments } = await getHome(reader);
    expect(commitments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(commitments.flatMap(({ topics }) => topics)).toHaveLength(46);
    expect(commitments.every(({ practiceCount }) => practiceCount > 0 && practiceCount <= 160)).toBe(true);
  });

  it('names cities that look for something in alphabetical order, none of them former', async () => {
    const { lookingFor, mapCities } = await getHome(reader);
    const names = lookingFor.map(({ city }) => city.name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    const former = mapCities.filter((city) => city.formerSince !== null).map((city) => city.slug);
    expect(lookingFor.filter(({ city }) => former.includes(city.slug))).toEqual([]);
  });
});

describe('the day on which the data were compiled', () => {
  it('comes with the data, not from the day on which this copy loaded them', async () => {
    await sql`update practice set created_at = '2031-05-01' where key = 'bandung-kang-pisman'`;
    const day = '2026-11-24';
    expect(await getPractice(reader, { id: 'bandung-kang-pisman' })).toMatchObject({ compiledOn: day });
    expect(await getNeed(reader, { id: 'n-jakarta-subsidence' })).toMatchObject({ compiledOn: day });
    expect(await getCity(reader, { slug: 'hoi-an' })).toMatchObject({ compiledOn: day });
  });
});
