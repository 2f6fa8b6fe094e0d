import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { describeProblem, searchAll } from '#lib/discovery/queries.ts';
import { reindex } from '#lib/indexing/commands.ts';
import { listPractices } from '#lib/practices/queries.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { LANGUAGES, topics } from './documents.ts';

const reader: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};

/** What readers of the library meet, whichever engine the settings name. @param database with the sample data */
export function describeLibrary({ sql }: TestDatabase): void {
  beforeAll(async () => {
    await reindex();
  });

  describe('a record that is hidden', () => {
    const KEY = 'marikina-early-warning';
    const q = 'Marikina early warning';

    it('is found by nobody, even while the index still holds it', async () => {
      expect((await listPractices(reader, { q })).items.map(({ id }) => id)).toContain(KEY);
      await sql`update practice set state = 'withdrawn' where key = ${KEY}`;
      const keys = async () => [
        ...(await listPractices(reader, { q, limit: 100 })).items.map(({ id }) => id),
        ...(await searchAll(reader, { q, limit: 100 })).items.map(({ id }) => id),
        ...(await describeProblem(reader, { text: q, limit: 100 })).answers.map(
          ({ practice }) => practice.id,
        ),
      ];
      expect(await keys()).not.toContain(KEY);
      await reindex();
      expect(await keys()).not.toContain(KEY);
      await sql`update practice set state = 'published' where key = ${KEY}`;
      await reindex();
      expect(await keys()).toContain(KEY);
    });
  });

  describe('questions in the languages of the region', () => {
    it.each(LANGUAGES)('find practices about waste, written in English: %s', async (language) => {
      const words = topics.get('solid-waste');
      const q = words?.terms[language]?.[0] ?? words?.labels[language] ?? '';
      const { items } = await listPractices(reader, { q, limit: 5 });
      expect(items.filter(({ topics: codes }) => codes.includes('solid-waste')).length).toBeGreaterThan(1);
      expect(items.some(({ title }) => title.language === 'en')).toBe(true);
    });
  });

  it('a slip is forgiven, and what was found is marked', async () => {
    const { items } = await listPractices(reader, { q: 'mangrov restoraton' });
    const marked = items.flatMap(({ highlights }) =>
      [...(highlights?.title ?? []), ...(highlights?.summary ?? [])].filter(({ isMatch }) => isMatch),
    );
    expect(marked.map(({ text }) => text.toLowerCase())).toContain('mangrove');
    for (const { highlights, title } of items) {
      expect(highlights?.title.map(({ text }) => text).join('')).toBe(title.text);
    }
  });

  it('facets count what a filter leaves, and filters keep to it', async () => {
    const q = 'flood early warning';
    const all = await listPractices(reader, { q, limit: 100 });
    expect(all.facets.country.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    const [facet] = all.facets.country;
    const country = facet?.value as 'PH';
    const filtered = await listPractices(reader, { q, country, limit: 100 });
    expect(filtered.total).toBe(facet?.count);
    expect(new Set(filtered.items.map(({ city }) => city.country))).toEqual(new Set([country]));
    const order = all.items.filter(({ city }) => city.country === country).map(({ id }) => id);
    expect(filtered.items.map(({ id }) => id).filter((id) => order.includes(id))).toEqual(order);
    expect((await listPractices(reader, { q, country, topic: 'flood-resilience' })).total).toBeLessThan(
      filtered.total,
    );
  });

  it('pages follow each other without a gap or a repeat', async () => {
    const q = 'waste market flood';
    const whole = (await listPractices(reader, { q, limit: 100 })).items.map(({ id }) => id).slice(0, 35);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPractices(reader, { q, limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && seen.length < whole.length);
    expect(seen.slice(0, whole.length)).toEqual(whole);
    await expect(listPractices(reader, { q, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('a problem told in many sentences is understood to its end', async () => {
    const before = 'Our office has written many letters and held many meetings with all the people. '.repeat(
      3,
    );
    const { answers } = await describeProblem(reader, {
      text: `${before}\nMangroves along the coast were cut and need to be restored.`,
    });
    expect(answers.some(({ practice }) => /mangrove/i.test(practice.title.text))).toBe(true);
  });

  it.each([
    ['punctuation', '!!! ???'],
    ['emoji', '🌊🌊'],
    ['a character without width', '\u200b'],
    ['half a character', '\ud800'],
    ['one word of 10,000 letters', 'x'.repeat(10_000)],
    ['10,000 characters', 'flood warning tramway '.repeat(454)],
  ])('a text of nothing but %s does no harm', async (_, text) => {
    await expect(listPractices(reader, { q: text })).resolves.toBeDefined();
    await expect(describeProblem(reader, { text })).resolves.toBeDefined();
  });
}
