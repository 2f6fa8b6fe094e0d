import type { Actor } from './actor.ts';
import type { ErrorCode } from './errors.ts';

/** For what only a job may do, such as loading compiled records. Others learn nothing of it. */
export function onlyJobs(actor: Actor): ErrorCode | null {
  return actor.kind === 'job' ? null : 'not-found';
}
