import type { Actor } from './actor.ts';
import type { ErrorCode } from './errors.ts';

/** For what only a job may do, such as loading compiled records. Others learn nothing of it. */
export function onlyJobs(actor: Actor): ErrorCode | null {
  return actor.kind === 'job' ? null : 'not-found';
}

/** A token without the scope `write` writes nothing, whatever its person may do. */
export function refuseReadOnly(actor: Actor): ErrorCode | null {
  const isReader =
    actor.kind === 'person' && actor.via.kind === 'token' && !actor.via.scopes.includes('write');
  return isReader ? 'not-allowed' : null;
}
