import { describe, expect, it } from 'vitest';
import { getCity } from '#lib/cities/queries.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { getCityPage } from '#lib/discovery/queries.ts';
import { listNeeds } from '#lib/needs/queries.ts';
import { listPractices } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';

await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'id',
  requestId: 'test',
};

describe('the page of a city', () => {
  it('is not found for an address that no city has', async () => {
    await expect(getCityPage(visitor, { slug: 'atlantis' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['surabaya', 'bandung', 'bangkok', 'baguio'])(
    'says of %s what its records say one by one',
    async (slug) => {
      const page = await getCityPage(visitor, { slug });
      const { items: needs } = await listNeeds(visitor, { city: slug, limit: 100 });
      const { items: practices } = await listPractices(visitor, { city: slug, limit: 100 });
      expect(page.city).toEqual(await getCity(visitor, { slug }));
      expect(page.needs).toEqual(needs);
      expect(page.practices).toEqual(practices);
      expect(page.needs.length + page.practices.length).toBeGreaterThan(0);
      expect(page.around.map((near) => near.slug)).toContain(slug);
    },
  );

  it('is the same on the connections of a visitor and in the transaction of a job', async () => {
    const job = { ...jobContext('test'), language: 'id' as const };
    expect(await getCityPage(visitor, { slug: 'surabaya' })).toEqual(
      await getCityPage(job, { slug: 'surabaya' }),
    );
  });
});
