import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { answeredNeedsSchema, answeringPracticesSchema } from '#lib/matching/contract.ts';
import { listNeedsForPractice, listPracticesForNeed, rankPracticesForNeed } from '#lib/matching/queries.ts';
import { testDatabase } from '#tests/support/database.ts';

const database = await testDatabase({ seeded: true });
const visitor = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
} as const;

describe('practices for a need', () => {
  it('of an unknown need are not found, and limits are kept', async () => {
    const unknown = { needKey: 'n-nowhere', limit: 5 };
    await expect(listPracticesForNeed(visitor, unknown)).rejects.toMatchObject({ code: 'not-found' });
    await expect(rankPracticesForNeed(visitor, unknown)).rejects.toMatchObject({ code: 'not-found' });
    for (const limit of [0, -1, 1e9]) {
      const input = { needKey: 'n-jakarta-subsidence', limit };
      await expect(listPracticesForNeed(visitor, input)).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('are everybody’s to read, best first, each with its reason, none of the same city', async () => {
    const list = await listPracticesForNeed(visitor, { needKey: 'n-jakarta-subsidence', limit: 10 });
    expect(answeringPracticesSchema.parse(list)).toEqual(list);
    expect(list.items).toHaveLength(10);
    expect(list.items.some((item) => item.city.slug === 'jakarta')).toBe(false);
    expect(list.items[0]?.reason.topics.length).toBeGreaterThan(0);
    expect(list.items[0]?.reason.words.length).toBeGreaterThan(0);
  });

  it('are ranked as the evaluation ranks them', async () => {
    const list = await listPracticesForNeed(visitor, { needKey: 'n-yala-floods', limit: 10 });
    const ranked = await rankPracticesForNeed(jobContext('test'), { needKey: 'n-yala-floods', limit: 10 });
    expect(list.items.map((item) => item.id)).toEqual(ranked);
    expect(ranked[0]).toBe('hat-yai-flood-preparedness');
  });

  it('show words of the reader’s language', async () => {
    const list = await listPracticesForNeed(
      { ...visitor, language: 'id' },
      { needKey: 'n-yala-floods', limit: 1 },
    );
    expect(list.items[0]?.reason.words).toContain('banjir');
    expect(list.items[0]?.reason.topics[0]?.label.language).toBe('id');
  });

  it('leave out a practice that is withdrawn, at once', async () => {
    await database.sql`update practice set state = 'withdrawn' where key = 'hat-yai-flood-preparedness'`;
    try {
      const ranked = await rankPracticesForNeed(visitor, { needKey: 'n-yala-floods', limit: 10 });
      expect(ranked).toHaveLength(10);
      expect(ranked).not.toContain('hat-yai-flood-preparedness');
    } finally {
      await database.sql`update practice set state = 'published' where key = 'hat-yai-flood-preparedness'`;
    }
  });
});

describe('a pair that is held back', () => {
  const needKey = 'n-yala-floods';
  const practiceKey = 'hat-yai-flood-preparedness';
  const needs = async () => (await listNeedsForPractice(visitor, { practiceKey, limit: 100 })).items;

  it('is suggested from neither side, and nothing else is missing', async () => {
    const before = await rankPracticesForNeed(visitor, { needKey, limit: 100 });
    const needsBefore = (await needs()).map((need) => need.id);
    await database.sql`
      insert into hold_back (city_low, city_high, reason)
      select least(one.id, other.id), greatest(one.id, other.id), 'test' from city one, city other
      where one.key = 'yala' and other.key = 'hat-yai'`;
    try {
      const { items } = await listPracticesForNeed(visitor, { needKey, limit: 100 });
      const ofOthers = items.map((item) => item.id);
      expect(items.some((item) => item.city.slug === 'hat-yai')).toBe(false);
      expect(ofOthers).toEqual(before.filter((key) => !key.startsWith('hat-yai-')));
      expect((await needs()).map((need) => need.id)).toEqual(
        needsBefore.filter((key) => !key.startsWith('n-yala-')),
      );
    } finally {
      await database.sql`delete from hold_back`;
    }
  });
});

describe('needs that a practice could answer', () => {
  it('of an unknown practice are not found', async () => {
    const unknown = { practiceKey: 'nowhere', limit: 5 };
    await expect(listNeedsForPractice(visitor, unknown)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are the other side of the same answers', async () => {
    const practiceKey = 'hat-yai-flood-preparedness';
    const list = await listNeedsForPractice(visitor, { practiceKey, limit: 5 });
    expect(answeredNeedsSchema.parse(list)).toEqual(list);
    expect(list.items.map((need) => need.id)).toContain('n-yala-floods');
    expect(list.items.every((need) => need.reason.topics.length > 0)).toBe(true);
  });
});
