import postgres from 'postgres';
import { jobContext } from '#lib/core/context.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { withActor } from '#lib/core/transaction.ts';
import { recomputeMatches } from '#lib/matching/commands/recompute.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { markStale } from '#lib/matching/store/computed.ts';
import { benchDatabase } from './database.ts';
import { median, percentile } from './load.ts';
import { fillCities } from './matching-records.ts';
import type { Measure, Progress } from './measure.ts';

const CITIES = 500;
const CHANGES = 15;
const PAGES = 300;
const context = jobContext('bench');

/** 500 cities: one city's row and column computed anew after a change, and a match page read. */
export async function benchMatching(progress: Progress): Promise<Measure[]> {
  const database = await benchDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  try {
    setDatabaseUrl(database.url);
    progress(`filling ${CITIES} cities`);
    const cityIds = await fillCities(sql, CITIES);
    progress('matching all of them');
    const [whole] = await timed(1, () => recomputeMatches({ isForced: true }));
    await sql`analyze`;
    progress(`changing ${CHANGES} cities, one after the other`);
    const changes = await timed(CHANGES, (at) => changeOne(sql, cityIds[(at * 37) % CITIES] ?? ''));
    progress(`reading ${PAGES} match pages`);
    const pages = await timed(PAGES, (at) =>
      getMatches(context, {
        slug: `bench-${(at * 7) % CITIES}`,
        mode: at % 2 === 0 ? 'exchange' : 'learn-from',
        limit: 10,
      }),
    );
    return [
      { name: 'matches of 500 cities from nothing', value: whole ?? 0, unit: 'ms' },
      { name: 'one city’s row and column, middle', value: median(changes), unit: 'ms' },
      { name: 'one city’s row and column, p95', value: percentile(changes, 0.95), unit: 'ms', atMost: 1000 },
      { name: 'a match page read, middle', value: median(pages), unit: 'ms' },
      { name: 'a match page read, p95', value: percentile(pages, 0.95), unit: 'ms', atMost: 20 },
    ];
  } finally {
    await sql.end({ timeout: 1 });
    await closeDatabase();
    await database.stop();
  }
}

/** Changes the text of the city's need and practices, then brings the stored matches up to date. */
async function changeOne(sql: postgres.Sql, cityId: string): Promise<void> {
  await sql`update need set title = title || ' again', version = version + 1 where city_id = ${cityId}`;
  await sql`update practice set summary = summary || ' Again.', version = version + 1 where city_id = ${cityId}`;
  await withActor(context.actor, (tx) => markStale(tx, [cityId]), 'read write');
  const { answers } = await recomputeMatches();
  if (answers === 0) throw new Error('a change led to nothing');
}

async function timed(times: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const started = performance.now();
    await work(at);
    durations.push(performance.now() - started);
  }
  return durations;
}
