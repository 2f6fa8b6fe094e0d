import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { carrierOf } from '#lib/drafts/commands/carry.ts';
import { discardDraft, sendDraft, takeBackDraft } from '#lib/drafts/commands/office.ts';
import { lockOwn } from '#lib/drafts/commands/over.ts';
import { publishDraft } from '#lib/drafts/commands/publish.ts';
import {
  confirmRecord,
  restoreRecord,
  unclaimRecord,
  withdrawRecord,
} from '#lib/drafts/commands/published.ts';
import { saveDraft } from '#lib/drafts/commands/save.ts';
import { type RecordSpec, recordEvent } from '#lib/drafts/commands/spec.ts';
import { reviseRecord, startDraft } from '#lib/drafts/commands/start.ts';
import { unpublishRecord } from '#lib/drafts/commands/unpublish.ts';
import { attachmentColumns, attachmentsOf } from '#lib/files/rules.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { changeAudienceInput, completeNeed, type NeedFields, needDraftFields } from '#lib/needs/contract.ts';
import { mayChangeAudience } from '#lib/needs/policy.ts';
import {
  deleteNeed,
  insertNeed,
  lockNeed,
  type NeedInsert,
  type NeedRow,
  selectOwnNeed,
  selectOwnNeedsOfCity,
  updateNeed,
} from '#lib/needs/store.ts';
import { goalsOfTopics, unknownTopics } from '#lib/topics/queries.ts';

const TEXTS = ['title', 'description', 'affected', 'tried'] as const;

const spec: RecordSpec<NeedRow, NeedFields> = {
  kind: 'need',
  fields: needDraftFields,
  complete: completeNeed,
  toContent: (row) => ({
    ...Object.fromEntries(TEXTS.map((field) => [field, row[field]])),
    obstacles: row.obstacles,
    helpWanted: row.helpWanted,
    finance: row.finance,
    projectStage: row.projectStage,
    topics: row.topics,
    urgency: row.urgency,
    audience: row.audience,
    spokenLanguages: row.spokenLanguages,
    contactOffice: row.contactOffice,
    attachments: attachmentsOf(row),
  }),
  toColumns,
  select: selectOwnNeed,
  lock: lockNeed,
  insert: (tx, row) => insertNeed(tx, row as NeedInsert),
  update: updateNeed,
};

/** Kinds of finance and the stage of a project count only where finance or assistance is wanted. */
async function toColumns(tx: Tx, fields: NeedFields, existing: NeedRow | null): Promise<object> {
  const unknown = await unknownTopics(tx, fields.topics);
  if (unknown.length > 0) {
    throw new SalingError('invalid', { errors: [{ pointer: '/topics', code: 'unknown-value' }] });
  }
  const isSameText = existing !== null && TEXTS.every((field) => existing[field] === fields[field]);
  const isForFinance = fields.helpWanted.includes('finance');
  const { attachments, ...columns } = fields;
  return {
    ...columns,
    ...attachmentColumns(attachments),
    finance: isForFinance ? fields.finance : [],
    projectStage: isForFinance ? fields.projectStage : null,
    sdgs: (await goalsOfTopics(tx, fields.topics)).sdgs,
    otherSources: existing?.otherSources ?? [],
    translations: isSameText ? existing.translations : {},
  };
}

/** For files that bring many at once. */
export const needCarrier = carrierOf(spec, selectOwnNeedsOfCity);
export const startNeed = startDraft('need.draft', spec);
export const reviseNeed = reviseRecord('need.revise', spec);
export const saveNeed = saveDraft('need.save', spec);
export const sendNeed = sendDraft('need.send', spec);
export const takeBackNeed = takeBackDraft('need.take-back', spec);
export const discardNeed = discardDraft('need.discard', spec);
export const publishNeed = publishDraft('need.publish', spec);
export const unpublishNeed = unpublishRecord('need.unpublish', spec, deleteNeed);
export const withdrawNeed = withdrawRecord('need.withdraw', spec);
export const restoreNeed = restoreRecord('need.restore', spec);
export const confirmNeed = confirmRecord('need.confirm', spec);
export const unclaimNeed = unclaimRecord('need.unclaim', spec);

/**
 * Opens a published need to more readers, or closes it to some, at once. Closing is for everybody who speaks for
 * the city; opening is for who may publish.
 */
export const changeAudience = defineCommand({
  name: 'need.change-audience',
  input: changeAudienceInput,
  load: async (tx, { id }) => {
    const record = await selectOwnNeed(tx, id);
    if (record === undefined) return null;
    return { record, holders: await officeHolders(tx, record.cityId, record.isTrial) };
  },
  policy: (actor, found, { audience }) => mayChangeAudience(actor, found, audience),
  apply: async (tx, { id: key, audience }, found, context) => {
    const record = await lockOwn(tx, spec, found?.record, context);
    if (record === null) throw notFound();
    const outcome = { id: key, audience };
    if (record.audience === audience) return { outcome, subject: null };
    if (record.state !== 'published') throw new SalingError('conflict', { params: { state: record.state } });
    if (!(await updateNeed(tx, record.id, record.version, { audience }))) throw new SalingError('conflict');
    return {
      outcome,
      subject: { kind: 'need', id: record.id },
      before: { audience: record.audience },
      after: { audience },
      event: recordEvent('need', 'changed', { ...record, version: record.version + 1 }),
    };
  },
});
