import { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DomainEvent } from '#lib/core/events.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { writeEvent } from '#lib/core/store.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { SESSION_ENDED } from '#lib/identity/contract.ts';
import {
  deleteSession,
  deleteSessionsOf,
  deleteSleepingSessions,
  insertSession,
} from '#lib/identity/store/sessions.ts';
import { deleteOldRequests } from '#lib/identity/store/sign-in.ts';
import { newId } from '#lib/platform/ids.ts';

/** Opens a session for a person who has proved who she is. The token itself never comes here, only its digest. */
export const startSession = defineCommand({
  name: 'session.start',
  input: z.object({
    personId: z.uuid(),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    device: z.string().max(300).default(''),
  }),
  load: async () => null,
  policy: onlyJobs,
  apply: async (tx, input) => {
    const id = newId();
    await insertSession(tx, { id, ...input });
    return {
      outcome: { sessionId: id },
      subject: { kind: 'session', id },
      after: { personId: input.personId },
    };
  },
});

const isPersonOrJob = (actor: Actor) =>
  actor.kind === 'person' || actor.kind === 'job' ? null : ('not-found' as const);

const endedEvent = (ended: { id: string; personId: string }): DomainEvent => ({
  stream: `session:${ended.id}`,
  type: SESSION_ENDED,
  payload: { id: ended.id, personId: ended.personId },
});

/** Ends one of one's own sessions, this one or that on a lost phone. */
export const endSession = defineCommand({
  name: 'session.end',
  input: z.object({ sessionId: z.uuid() }),
  load: async () => null,
  policy: isPersonOrJob,
  apply: async (tx, { sessionId }) => {
    const ended = await deleteSession(tx, sessionId);
    if (ended === undefined) return { outcome: { isEnded: false }, subject: null };
    return {
      outcome: { isEnded: true },
      subject: { kind: 'session', id: sessionId },
      event: endedEvent(ended),
    };
  },
});

/** Ends all of one's own sessions but the one that asks; asked with a token, all. */
export const endOtherSessions = defineCommand({
  name: 'session.end-others',
  input: z.object({}),
  load: async () => null,
  policy: (actor) => (actor.kind === 'person' ? null : 'not-found'),
  apply: async (tx, _input, _resource, { actor }) => {
    if (actor.kind !== 'person') throw new SalingError('not-signed-in');
    const here = actor.via.kind === 'session' ? actor.via.sessionId : undefined;
    const ended = await deleteSessionsOf(tx, actor.personId, here);
    for (const one of ended) await writeEvent(tx, endedEvent(one));
    return {
      outcome: { count: ended.length },
      subject: ended.length === 0 ? null : { kind: 'person', id: actor.personId },
      after: { count: ended.length },
    };
  },
});

/** Takes a person's access away at once, within a caller's transaction: her role has ended, or she is erased. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<void> {
  for (const one of await deleteSessionsOf(tx, personId)) await writeEvent(tx, endedEvent(one));
}

/** Removes what nobody can use any more; sockets that still hang on it are cut. */
export async function sweepSessions(): Promise<void> {
  const { actor } = jobContext('sweep');
  await withActor(
    actor,
    async (tx) => {
      for (const one of await deleteSleepingSessions(tx)) await writeEvent(tx, endedEvent(one));
      await deleteOldRequests(tx);
    },
    'read write',
  );
}
