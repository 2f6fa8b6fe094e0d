import { z } from 'zod';
import type { Actor, Forum } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { recordEvent } from '#lib/drafts/commands/spec.ts';
import { recordText } from '#lib/drafts/contract.ts';
import { slugField } from '#lib/platform/fields.ts';
import { newId } from '#lib/platform/ids.ts';
import { EVIDENCE_KINDS } from '#lib/practices/contract.ts';
import { mayReviewEvidence } from '#lib/practices/policy.ts';
import {
  lockPractice,
  proposeEvidenceOf,
  selectOwnPractice,
  selectOwnPracticeById,
  updatePractice,
} from '#lib/practices/store/records.ts';
import { deleteReview, insertReview, selectLastReview, servesCity } from '#lib/practices/store/reviews.ts';

const MAX_NOTE = 2000;

async function loadForReview(tx: Tx, { id }: { id: string }) {
  const record = await selectOwnPractice(tx, id);
  return record === undefined ? null : { record, isServing: await servesCity(tx, record.cityId) };
}

/** The officer who speaks, and for which secretariat. @throws SalingError `not-found` for anybody else */
function officerOf(actor: Actor): { personId: string; forum: Forum } {
  if (actor.kind !== 'person') throw notFound();
  const forum = actor.appointments.find((entry) => entry.role === 'secretariat-officer')?.forum;
  if (!forum) throw notFound();
  return { personId: actor.personId, forum };
}

/**
 * An officer agrees with the kind of evidence that a city proposes: from then on it counts. Or she sees it
 * differently: that stays between the two, and readers go on seeing "reported by the city itself".
 * @throws SalingError `conflict` where nothing is proposed, or something else than she saw
 */
export const reviewEvidence = defineCommand({
  name: 'practice.review-evidence',
  input: z.object({
    id: slugField,
    /** Which version of the record she read. */
    version: z.coerce.number().int().min(1).max(2_000_000_000),
    isAgreed: z.boolean(),
    note: recordText(MAX_NOTE).default(null),
  }),
  load: loadForReview,
  policy: mayReviewEvidence,
  apply: async (tx, { id: key, version, isAgreed, note }, _found, { actor }) => {
    const record = await lockPractice(tx, key);
    const { forum, personId: byPerson } = officerOf(actor);
    if (record === null) throw notFound();
    const { proposedEvidence: proposed, evidence } = record;
    if (record.version !== version || proposed === null || proposed === evidence) {
      throw new SalingError('conflict', { params: { version: record.version } });
    }
    const { cityId, isTrial, id: practiceId } = record;
    const review = {
      practiceId,
      cityId,
      isTrial,
      proposed,
      evidenceBefore: evidence,
      isAgreed,
      note,
      byPerson,
    };
    await insertReview(tx, { ...review, id: newId(), forum });
    const changed = isAgreed ? { evidence: proposed, evidenceConfirmedAt: new Date() } : {};
    if (isAgreed && !(await updatePractice(tx, practiceId, version, changed)))
      throw new SalingError('conflict');
    const after = { isAgreed, proposed, version: isAgreed ? version + 1 : version };
    return {
      outcome: { id: key, version: after.version },
      subject: { kind: 'practice', id: practiceId },
      before: { evidence, version },
      after,
      event: recordEvent('practice', isAgreed ? 'changed' : 'reviewed', {
        ...record,
        version: after.version,
      }),
    };
  },
});

/**
 * Takes back what an officer has just said of the evidence: the practice waits again.
 * @throws SalingError `conflict` with the reason `too-late`, also where the city has changed the record since
 */
export const unreviewEvidence = defineCommand({
  name: 'practice.unreview-evidence',
  input: z.object({ id: slugField }),
  load: loadForReview,
  policy: mayReviewEvidence,
  apply: async (tx, { id: key }, _found, { actor }) => {
    const record = await lockPractice(tx, key);
    if (record === null) throw notFound();
    const review = await selectLastReview(tx, record.id, officerOf(actor).forum);
    if (review === undefined) return { outcome: { id: key, version: record.version }, subject: null };
    const { evidence, proposedEvidence } = record;
    if (!review.isFresh || proposedEvidence !== review.proposed) {
      throw new SalingError('conflict', { params: { reason: 'too-late' } });
    }
    await deleteReview(tx, review.id);
    const before = { evidence: review.evidenceBefore, evidenceConfirmedAt: null };
    if (review.isAgreed && !(await updatePractice(tx, record.id, record.version, before)))
      throw new SalingError('conflict');
    const version = review.isAgreed ? record.version + 1 : record.version;
    return {
      outcome: { id: key, version },
      subject: { kind: 'practice', id: record.id },
      before: { evidence, isAgreed: review.isAgreed, version: record.version },
      after: { version },
      event: recordEvent('practice', review.isAgreed ? 'changed' : 'reviewed', { ...record, version }),
    };
  },
});

/**
 * Proposes a better kind of evidence for what other cities report of a practice; a secretariat confirms it. Nothing
 * where it stands so already, or a better one is proposed. `isTrial`: of which world the reports are.
 */
export const proposeEvidence = defineCommand({
  name: 'practice.propose-evidence',
  input: z.object({ practiceId: z.uuid(), proposed: z.enum(EVIDENCE_KINDS), isTrial: z.boolean() }),
  load: async (tx, { practiceId }) => (await selectOwnPracticeById(tx, practiceId)) ?? null,
  policy: onlyJobs,
  apply: async (tx, { proposed, isTrial }, record) => {
    const rank = EVIDENCE_KINDS.indexOf(proposed);
    const isBetter = (kind: (typeof EVIDENCE_KINDS)[number] | null) =>
      kind === null || EVIDENCE_KINDS.indexOf(kind) < rank;
    if (record === null || record.isTrial !== isTrial || record.state !== 'published')
      return { outcome: { isProposed: false }, subject: null };
    if (!isBetter(record.evidence) || !isBetter(record.proposedEvidence))
      return { outcome: { isProposed: false }, subject: null };
    await proposeEvidenceOf(tx, record.id, proposed);
    return {
      outcome: { isProposed: true },
      subject: { kind: 'practice', id: record.id },
      before: { proposed: record.proposedEvidence },
      after: { proposed, byTransfer: true },
    };
  },
});
