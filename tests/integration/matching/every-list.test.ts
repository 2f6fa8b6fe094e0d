import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { MATCH_MODES, type MatchMode } from '#lib/matching/contract.ts';
import { getMatches, listMatchedCities } from '#lib/matching/queries.ts';
import { exchangeScore } from '#lib/matching/rules.ts';
import { type CandidateRow, selectCandidates } from '#lib/matching/store/lists.ts';
import { testDatabase } from '#tests/support/database.ts';

const database = await testDatabase({ seeded: true });
const job = jobContext('test');
const slugs = await listMatchedCities(job, undefined);
const former = new Set(
  (await database.sql<{ key: string }[]>`select key from city where former_since is not null`).map(
    (row) => row.key,
  ),
);

const MOST = 3;

/** Countries that stand more than three times in the first ten. */
function tooOften(countries: readonly string[]): string[] {
  const ten = countries.slice(0, 10);
  return [...new Set(ten)].filter((country) => ten.filter((one) => one === country).length > MOST);
}

/** Best first and nothing else: what a list would be without its rule of countries. */
function bestFirst(candidates: readonly CandidateRow[], mode: MatchMode): string[] {
  const score = ({ learn, share }: CandidateRow) =>
    mode === 'learn-from' ? (learn ?? 0) : exchangeScore(learn ?? 0, share ?? 0);
  return candidates
    .filter((one) => score(one) > 0)
    .sort((a, b) => score(b) - score(a))
    .map((one) => one.country);
}

describe('every list of matches over the real records', () => {
  it('is there for each city that is one still, and for no other', () => {
    expect(slugs.length).toBeGreaterThan(100);
    expect(former.size).toBeGreaterThan(0);
    expect(slugs.filter((slug) => former.has(slug))).toEqual([]);
  });

  it.each(MATCH_MODES)('in the mode %s holds at most three of a country in its first ten', async (mode) => {
    const wrong: string[] = [];
    let full = 0;
    for (const slug of slugs) {
      const { city, items } = await getMatches(job, { slug, mode, limit: 10 });
      const others = items.map((match) => match.city);
      if (others.length === 10) full += 1;
      const isFormer = others.some((other) => former.has(other.slug));
      const isTwice = new Set(others.map((other) => other.slug)).size < others.length;
      const isItself = others.some((other) => other.slug === city.slug);
      if (tooOften(others.map((other) => other.country)).length > 0 || isFormer || isTwice || isItself) {
        wrong.push(slug);
      }
    }
    expect(wrong).toEqual([]);
    expect(full).toBeGreaterThan(0);
  });

  it.each(MATCH_MODES)('in the mode %s would hold more without the rule (control)', async (mode) => {
    let broken = 0;
    for (const slug of slugs) {
      const candidates = await withActor(job.actor, (tx) => selectCandidates(tx, slug, mode));
      if (tooOften(bestFirst(candidates, mode)).length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(0);
  });

  it('may hold more of a country that was asked for', async () => {
    const lists = await Promise.all(
      slugs.map((slug) => getMatches(job, { slug, mode: 'learn-from', limit: 10, country: 'ID' })),
    );
    expect(lists.some(({ items }) => items.length > MOST)).toBe(true);
    expect(lists.flatMap(({ items }) => items).every(({ city }) => city.country === 'ID')).toBe(true);
  });
});
