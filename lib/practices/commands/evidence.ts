import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { recordEvent } from '#lib/drafts/commands/spec.ts';
import { recordText } from '#lib/drafts/contract.ts';
import { slugField } from '#lib/platform/fields.ts';
import { newId } from '#lib/platform/ids.ts';
import { mayReviewEvidence } from '#lib/practices/policy.ts';
import { lockPractice, selectOwnPractice, updatePractice } from '#lib/practices/store/records.ts';
import { insertReview, servesCity } from '#lib/practices/store/reviews.ts';

const MAX_NOTE = 2000;

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
  load: async (tx, { id }) => {
    const record = await selectOwnPractice(tx, id);
    return record === undefined ? null : { record, isServing: await servesCity(tx, record.cityId) };
  },
  policy: mayReviewEvidence,
  apply: async (tx, { id: key, version, isAgreed, note }, found, { actor }) => {
    const record = found === null ? null : await lockPractice(tx, key);
    const officer =
      actor.kind === 'person'
        ? actor.appointments.find((entry) => entry.role === 'secretariat-officer')
        : undefined;
    if (record === null || actor.kind !== 'person' || !officer?.forum) throw notFound();
    const { proposedEvidence: proposed, evidence } = record;
    if (record.version !== version || proposed === null || proposed === evidence) {
      throw new SalingError('conflict', { params: { version: record.version } });
    }
    const { cityId, isTrial, id: practiceId } = record;
    const review = { practiceId, cityId, isTrial, proposed, isAgreed, note, byPerson: actor.personId };
    await insertReview(tx, { ...review, id: newId(), forum: officer.forum });
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
