import type { EnqueuedTaskPromise } from 'meilisearch';
import { TaskFailed } from './failures.ts';

/** Milliseconds that a task may take, with those that wait before it. */
const PATIENCE = 300_000;

/**
 * Accepted is not done: waits for the end of a task.
 * @param passable code of an error that is none to the caller
 * @throws TaskFailed
 */
export async function follow(enqueued: EnqueuedTaskPromise, passable?: string): Promise<void> {
  const task = await enqueued.waitTask({ timeout: PATIENCE });
  if (task.status === 'succeeded' || (passable !== undefined && task.error?.code === passable)) return;
  throw new TaskFailed(
    `task ${task.uid} (${task.type}) ended as ${task.status}: ${task.error?.code ?? 'no reason given'}`,
  );
}
