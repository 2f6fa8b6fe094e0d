import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { MATCH_MODES, type MatchMode } from '#lib/matching/contract.ts';
import { getMatches, listMatchedCities } from '#lib/matching/queries.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase({ seeded: true });
const job = jobContext('test');
const slugs = await listMatchedCities(job, undefined);
const PLACES = 5;

/** How often each city stands among the first five of a list; 0 for one that some list could name. */
async function counts(mode: MatchMode): Promise<Map<string, { count: number; country: string }>> {
  const found = new Map<string, { count: number; country: string }>();
  for (const slug of slugs) {
    const { items } = await getMatches(job, { slug, mode, limit: 100 });
    for (const [place, { city }] of items.entries()) {
      const one = found.get(city.slug) ?? { count: 0, country: city.country };
      found.set(city.slug, { ...one, count: one.count + (place < PLACES ? 1 : 0) });
    }
  }
  return found;
}

function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const ranked = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0);
  return (2 * ranked) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

function summary(found: Map<string, { count: number; country: string }>) {
  const all = [...found.values()];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const shares = [...Map.groupBy(all, ({ country }) => country)]
    .map(([country, rows]) => [country, rows.reduce((sum, { count }) => sum + count, 0) / total] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    gini: gini(all.map(({ count }) => count)),
    most: Math.max(...all.map(({ count }) => count)),
    never: all.filter(({ count }) => count === 0).length,
    fair: Math.max(PLACES, Math.ceil((2 * total) / all.length)),
    shares: shares.map(([country, part]) => `${country} ${Math.round(part * 100)} %`).join(', '),
  };
}

describe('the first five places of all lists', () => {
  it.each(MATCH_MODES)('are shared more evenly in the mode %s, and more cities stand there', async (mode) => {
    const after = summary(await counts(mode));
    const prices = await sql`delete from match_price returning *`;
    const before = summary(await counts(mode));
    for (const row of prices) await sql`insert into match_price ${sql(row as never)}`;
    const line = ({ gini: value, most, never, shares }: typeof after) =>
      `Gini ${value.toFixed(3)}, most ${most}, in no first five ${never}; ${shares}`;
    process.stdout.write(`${mode}: before ${line(before)}\n${mode}: after ${line(after)}\n`);
    expect(after.gini).toBeLessThan(before.gini - 0.05);
    expect(after.never).toBeLessThanOrEqual(before.never);
    expect(after.most).toBeLessThan(before.most);
    // A list with fewer than five has no other city to name.
    expect(after.most).toBeLessThanOrEqual(after.fair + 1);
  });

  it('cost the same when they are computed again', async () => {
    const prices = () => sql`select * from match_price order by city_id, mode, is_trial`;
    const before = [...(await prices())];
    expect(before.length).toBeGreaterThan(50);
    await recomputeMatches({ isForced: true });
    expect([...(await prices())]).toEqual(before);
  });

  it('are found for every city of the sample in ten seconds', async () => {
    const started = performance.now();
    for (const slug of slugs) await getMatches(job, { slug, limit: PLACES });
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`Matches of ${slugs.length} cities: ${seconds.toFixed(1)} s\n`);
    expect(seconds).toBeLessThan(10);
  });
});
