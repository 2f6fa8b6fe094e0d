import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded/embedded.ts';
import { migrate } from '#db/migrate.ts';

export type BenchDatabase = { url: string; stop: () => Promise<void> };

/** An empty embedded database of its own, as `npm start` runs one; `stop` removes it. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'saling-bench-'));
  const database = await startEmbedded({ folder, purpose: 'server' });
  const stop = async (): Promise<void> => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(database.url);
    return { url: database.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
