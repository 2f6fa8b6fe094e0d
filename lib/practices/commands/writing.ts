import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { carrierOf } from '#lib/drafts/commands/carry.ts';
import { discardDraft, sendDraft, takeBackDraft } from '#lib/drafts/commands/office.ts';
import { publishDraft } from '#lib/drafts/commands/publish.ts';
import {
  confirmRecord,
  restoreRecord,
  unclaimRecord,
  withdrawRecord,
} from '#lib/drafts/commands/published.ts';
import { saveDraft } from '#lib/drafts/commands/save.ts';
import type { RecordSpec } from '#lib/drafts/commands/spec.ts';
import { reviseRecord, startDraft } from '#lib/drafts/commands/start.ts';
import { unpublishRecord } from '#lib/drafts/commands/unpublish.ts';
import { attachmentColumns, attachmentsOf } from '#lib/files/rules.ts';
import { completePractice, type PracticeFields, practiceDraftFields } from '#lib/practices/contract.ts';
import {
  deletePractice,
  insertPractice,
  lockPractice,
  type PracticeInsert,
  type PracticeRow,
  selectOwnPractice,
  selectOwnPracticesOfCity,
  updatePractice,
} from '#lib/practices/store/records.ts';
import { goalsOfTopics, unknownTopics } from '#lib/topics/queries.ts';

const TEXTS = ['title', 'summary', 'problem', 'actions', 'results', 'caveat', 'preconditions'] as const;

const spec: RecordSpec<PracticeRow, PracticeFields> = {
  kind: 'practice',
  fields: practiceDraftFields,
  complete: completePractice,
  toContent: (row) => ({
    ...Object.fromEntries(TEXTS.map((field) => [field, row[field]])),
    startYear: row.startYear,
    stage: row.stage,
    topics: row.topics,
    evidence: row.proposedEvidence ?? row.evidence,
    sourceUrl: row.sourceUrl,
    spokenLanguages: row.spokenLanguages,
    contactOffice: row.contactOffice,
    attachments: attachmentsOf(row),
  }),
  toColumns,
  select: selectOwnPractice,
  lock: lockPractice,
  insert: (tx, row) => insertPractice(tx, row as PracticeInsert),
  update: updatePractice,
};

/** A kind of evidence that stood on record stays; another one counts as reported by the city until an officer agrees. */
async function toColumns(tx: Tx, fields: PracticeFields, existing: PracticeRow | null): Promise<object> {
  const { evidence: proposed, attachments, ...columns } = fields;
  const unknown = await unknownTopics(tx, fields.topics);
  if (unknown.length > 0) {
    throw new SalingError('invalid', { errors: [{ pointer: '/topics', code: 'unknown-value' }] });
  }
  const isSameText = existing !== null && TEXTS.every((field) => existing[field] === fields[field]);
  const isSameSource = existing !== null && existing.sourceUrl === fields.sourceUrl;
  const isKnown = existing !== null && (proposed === null || existing.evidence === proposed);
  return {
    ...columns,
    ...attachmentColumns(attachments),
    ...(await goalsOfTopics(tx, fields.topics)),
    evidence: isKnown ? existing.evidence : 'self-reported',
    evidenceConfirmedAt: isKnown ? existing.evidenceConfirmedAt : null,
    proposedEvidence: proposed,
    proposedByTransferAt: null,
    sourceTitle: isSameSource ? existing.sourceTitle : null,
    otherSources: existing?.otherSources ?? [],
    translations: isSameText ? existing.translations : {},
  };
}

/** For files that bring many at once. */
export const practiceCarrier = carrierOf(spec, selectOwnPracticesOfCity);
export const startPractice = startDraft('practice.draft', spec);
export const revisePractice = reviseRecord('practice.revise', spec);
export const savePractice = saveDraft('practice.save', spec);
export const sendPractice = sendDraft('practice.send', spec);
export const takeBackPractice = takeBackDraft('practice.take-back', spec);
export const discardPractice = discardDraft('practice.discard', spec);
export const publishPractice = publishDraft('practice.publish', spec);
export const unpublishPractice = unpublishRecord('practice.unpublish', spec, deletePractice);
export const withdrawPractice = withdrawRecord('practice.withdraw', spec);
export const restorePractice = restoreRecord('practice.restore', spec);
export const confirmPractice = confirmRecord('practice.confirm', spec);
export const unclaimPractice = unclaimRecord('practice.unclaim', spec);
