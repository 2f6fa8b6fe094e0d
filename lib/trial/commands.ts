import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { type ErrorCode, notFound } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { writeEvent } from '#lib/core/store.ts';
import { exchangeIdInput } from '#lib/exchanges/contract.ts';
import { maySitDown } from '#lib/identity/policy.ts';
import { mayReadMatches } from '#lib/matching/policy.ts';
import { slugField } from '#lib/platform/fields.ts';
import type { TrialRemains } from './contract.ts';
import { type BRIEF_SEEN, onceId, type SEEN, type START_AGAIN } from './rules.ts';
import {
  deleteTrialCorrections,
  deleteTrialDrafts,
  deleteTrialExchanges,
  deleteTrialFacts,
  deleteTrialFiles,
  deleteTrialNotices,
  deleteTrialPeople,
  deleteTrialRecords,
  deleteTrialTies,
  deleteTrialWishes,
  lockTrial,
} from './store.ts';

/** That a desk of the trial copy has read its city's matches. For `noteMatchesSeen`. */
export const seeMatches = defineCommand({
  name: 'match.see' satisfies typeof SEEN,
  input: z.object({ slug: slugField }),
  load: async () => null,
  policy: (actor, _none, { slug }): ErrorCode | null =>
    actor.kind === 'person' && actor.isTrial ? mayReadMatches(actor, slug) : 'not-found',
  apply: async (_tx, { slug }) => ({ outcome: null, subject: { kind: 'city', id: slug } }),
});

/** Notes, once in a session, that a desk of the trial copy has read its city's matches; of others nothing is kept. */
export async function noteMatchesSeen(context: Context, slug: string): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || !actor.isTrial || actor.via.kind !== 'session') return;
  await seeMatches(context, onceId(actor.via.sessionId, slug), { slug });
}

/** That a desk of the trial copy has opened a brief. For `noteBriefSeen`. */
export const seeBrief = defineCommand({
  name: 'brief.see' satisfies typeof BRIEF_SEEN,
  input: exchangeIdInput,
  load: async () => null,
  policy: (actor): ErrorCode | null => (actor.kind === 'person' && actor.isTrial ? null : 'not-found'),
  apply: async (_tx, { exchangeId }) => ({ outcome: null, subject: { kind: 'exchange', id: exchangeId } }),
});

/** Notes, once in a session, that a desk of the trial copy has opened this brief; of others nothing is kept. */
export async function noteBriefSeen(context: Context, exchangeId: string): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || !actor.isTrial || actor.via.kind !== 'session') return;
  await seeBrief(context, onceId(actor.via.sessionId, exchangeId), { exchangeId });
}

/** Removes what the desks wrote, and the desks, as a job. For `startAgain`. */
export const removeTrial = defineCommand({
  name: 'trial.start-again' satisfies typeof START_AGAIN,
  input: z.object({ askedBy: z.string().nullable() }),
  load: (tx) => lockTrial(tx),
  policy: onlyJobs,
  apply: async (tx, { askedBy }) => {
    const records = await deleteTrialRecords(tx);
    const drafts = await deleteTrialDrafts(tx);
    const exchanges = await deleteTrialExchanges(tx);
    const files = await deleteTrialFiles(tx);
    const facts = await deleteTrialFacts(tx);
    const ties = (await deleteTrialTies(tx)) + (await deleteTrialWishes(tx));
    const requests = await deleteTrialCorrections(tx);
    const notices = await deleteTrialNotices(tx);
    const { sessions, people } = await deleteTrialPeople(tx);
    for (const { kind, id, cityId } of records) {
      const payload = { id, cityId, isTrial: true };
      await writeEvent(tx, { stream: `${kind}:${id}`, type: `${kind}.removed`, payload });
    }
    for (const { id, key } of facts) {
      const payload = { id, key, cityId: id, isTrial: true };
      await writeEvent(tx, { stream: `city:${id}`, type: 'city.changed', payload });
    }
    for (const id of sessions) {
      await writeEvent(tx, { stream: `session:${id}`, type: 'session.ended', payload: { id } });
    }
    const count = (kind: string) => records.filter((record) => record.kind === kind).length;
    const outcome: TrialRemains = {
      practices: count('practice'),
      needs: count('need'),
      drafts,
      files,
      facts: facts.length + ties,
      exchanges,
      requests,
      notices,
      people,
    };
    const hasChanged = Object.values(outcome).some((number) => number > 0);
    const subject = hasChanged ? { kind: 'trial', id: 'all' } : null;
    return { outcome, subject, after: { ...outcome, askedBy } };
  },
});

/**
 * Removes everything that desks of the trial copy wrote, and the desks. Anybody at this computer may; what was
 * compiled, and what real offices wrote, stays. Search and matches follow by events.
 * @throws SalingError `not-found` outside the trial copy
 */
export async function startAgain(context: Context, commandId: string): Promise<TrialRemains> {
  const { actor } = context;
  if (maySitDown(actor) !== null) throw notFound();
  const job = { ...jobContext('trial'), requestId: context.requestId };
  return removeTrial(job, commandId, { askedBy: actor.kind === 'person' ? actor.personId : null });
}
