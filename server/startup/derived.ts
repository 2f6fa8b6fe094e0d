import { ensureIndex } from '#lib/indexing/commands.ts';
import { ensureMatches } from '#lib/matching/commands/recompute.ts';
import type { Worker } from '#server/workers/worker.ts';

/**
 * Brings everything that is derived from the records up to date: waits for the jobs that they queued, builds
 * an index that is lost or was kept elsewhere, computes matches that are missing.
 */
export async function finishDerived(worker: Worker, signal?: AbortSignal): Promise<void> {
  await worker.drain(signal);
  await ensureIndex();
  signal?.throwIfAborted();
  await ensureMatches();
}
