import { searchEngine } from '#lib/core/search.ts';
import { reindex } from '#lib/indexing/commands.ts';
import { ensureMatches } from '#lib/matching/commands.ts';
import type { Worker } from '#server/workers/worker.ts';

/**
 * Brings everything that is derived from the records up to date: waits for the jobs that they queued, fills
 * an index that is empty (lost, or another engine than before), computes matches that are missing.
 */
export async function finishDerived(worker: Worker, signal?: AbortSignal): Promise<void> {
  await worker.drain(signal);
  if ((await searchEngine().count()) === 0) await reindex();
  signal?.throwIfAborted();
  await ensureMatches();
}
