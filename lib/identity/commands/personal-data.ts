import { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { CONSENT_VERSION } from '#lib/identity/contract.ts';
import {
  deleteOld,
  erasePersonRow,
  selectForgotten,
  updateConsent,
} from '#lib/identity/store/personal-data.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';

/** One's own data is for oneself, in a session: a token that leaked must not erase its owner. */
function onlyInSession(actor: Actor): ErrorCode | null {
  if (actor.kind !== 'person') return 'not-found';
  return actor.via.kind === 'session' ? null : 'not-allowed';
}

/** Notes that the person has read the present privacy text, and in which language. */
export const giveConsent = defineCommand({
  name: 'person.consent',
  input: z.object({ version: z.literal(CONSENT_VERSION), language: z.enum(INTERFACE_LANGUAGES) }),
  load: async (_tx, _input, { actor }) => (actor.kind === 'person' ? actor.personId : ''),
  policy: onlyInSession,
  apply: async (tx, input, personId) => {
    await updateConsent(tx, personId, input);
    return { outcome: input, subject: { kind: 'person', id: personId }, after: input };
  },
});

/**
 * Erases the person who asks: name and address are emptied, sessions, tokens and mails removed, appointments
 * ended. What she wrote stays, as her office's. Cannot be undone.
 */
export const erasePerson = defineCommand({
  name: 'person.erase',
  input: z.object({}),
  load: async (_tx, _input, { actor }) => (actor.kind === 'person' ? actor.personId : ''),
  policy: onlyInSession,
  apply: async (tx, _input, personId) => {
    const isDone = await erasePersonRow(tx, personId);
    return {
      outcome: { isDone },
      subject: isDone ? { kind: 'person', id: personId } : null,
      event: { stream: `person:${personId}`, type: 'person.erased', payload: { id: personId } },
    };
  },
});

/** Keeps the periods that the page about personal data promises. Repeatable; each day once is enough. */
export const keepRetention = defineCommand({
  name: 'retention.keep',
  input: z.object({}),
  load: (tx) => selectForgotten(tx),
  policy: onlyJobs,
  apply: async (tx, _input, forgotten) => {
    for (const id of forgotten) await erasePersonRow(tx, id);
    const removed = { ...(await deleteOld(tx)), person: forgotten.length };
    const isNothing = Object.values(removed).every((count) => count === 0);
    return {
      outcome: removed,
      subject: isNothing ? null : { kind: 'retention', id: 'all' },
      after: removed,
    };
  },
});
