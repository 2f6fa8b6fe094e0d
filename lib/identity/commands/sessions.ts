import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { deleteSession, insertSession } from '#lib/identity/store/sessions.ts';
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

/** Ends one of one's own sessions, this one or that on a lost phone. */
export const endSession = defineCommand({
  name: 'session.end',
  input: z.object({ sessionId: z.uuid() }),
  load: async () => null,
  policy: (actor) => (actor.kind === 'person' || actor.kind === 'job' ? null : 'not-found'),
  apply: async (tx, { sessionId }) => {
    const isEnded = await deleteSession(tx, sessionId);
    return {
      outcome: { isEnded },
      subject: isEnded ? { kind: 'session', id: sessionId } : null,
      event: { stream: `session:${sessionId}`, type: 'session.ended', payload: { id: sessionId } },
    };
  },
});
