import postgres from 'postgres';
import { APP_ROLE } from '#db/client.ts';
import { createPostgresSearch } from '#lib/platform/search/postgres/engine.ts';
import { askBare, fillBare } from './bare-search.ts';
import { benchDatabase } from './database.ts';
import { median, percentile } from './load.ts';
import type { Measure, Progress } from './measure.ts';
import { makeCorpus } from './search-corpus.ts';

const DOCUMENTS = 10_000;
const BATCH = 500;
const ROUNDS = 2;

/** Search among 10,000 synthetic practices in 13 languages, in turns with one bare SELECT by rank on the same data. */
export async function benchSearch(progress: Progress): Promise<Measure[]> {
  const database = await benchDatabase();
  const owner = postgres(database.url, { max: 1, onnotice: () => undefined });
  const sql = postgres(database.url, { max: 10, onnotice: () => undefined, connection: { role: APP_ROLE } });
  try {
    const engine = createPostgresSearch(sql);
    const { documents, questions } = makeCorpus(DOCUMENTS);
    const started = performance.now();
    for (let done = 0; done < DOCUMENTS; done += BATCH) {
      progress(`documents indexed: ${done} of ${DOCUMENTS}`);
      await engine.put(documents.slice(done, done + BATCH));
    }
    const loading = (performance.now() - started) / 1000;
    progress('filling the bare table');
    await fillBare(owner, documents);
    // What autovacuum does within a minute.
    await owner`vacuum analyze`;
    const ours: number[] = [];
    const bare: number[] = [];
    // The first round only warms caches, a tenth of the questions is enough for that.
    for (let round = 0; round <= ROUNDS; round += 1) {
      progress(`asking ${questions.length} questions: round ${round} of ${ROUNDS}`);
      for (const { text } of round === 0 ? questions.slice(0, questions.length / 10) : questions) {
        const own = await timed(() => engine.search({ text, kinds: ['practice'], limit: 20, prefix: true }));
        const theirs = await timed(() => askBare(owner, text));
        if (round > 0) ours.push(own);
        if (round > 0) bare.push(theirs);
      }
    }
    const p95 = percentile(ours, 0.95);
    const bareP95 = percentile(bare, 0.95);
    return [
      { name: 'indexing 10,000 practices', value: loading, unit: 's' },
      { name: 'search, median', value: median(ours), reference: median(bare), unit: 'ms' },
      { name: 'search, p95', value: p95, reference: bareP95, unit: 'ms', atMost: 25 },
      { name: 'search p95, times a bare SELECT', value: p95 / bareP95, unit: 'x', atMost: 3 },
    ];
  } finally {
    await Promise.all([owner.end({ timeout: 1 }), sql.end({ timeout: 1 })]);
    await database.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
