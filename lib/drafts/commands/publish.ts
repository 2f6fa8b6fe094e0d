import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type DraftContent, MAX_APPROVAL, recordLine } from '#lib/drafts/contract.ts';
import { hasTwoPeople, mayPublish, maySpeak, rolesAt } from '#lib/drafts/policy.ts';
import {
  type DraftRow,
  deleteDraft,
  hasPublishedVersion,
  insertVersion,
  lockDraft,
  presentInstant,
} from '#lib/drafts/store.ts';
import { isOwnFile } from '#lib/files/queries.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { seenInput } from './office.ts';
import { lockPublished } from './over.ts';
import { completeFields, type RecordRow, type RecordSpec, recordEvent, writerOf } from './spec.ts';

const publishInput = seenInput.extend({
  /** Said by who publishes alone: the mayor's office agrees. */
  isAgreed: z.boolean().default(false),
  /** How the signed sheet is filed; a field left empty says nothing. */
  approval: recordLine(MAX_APPROVAL)
    .optional()
    .transform((text) => text || undefined),
  /** Photo of the signed sheet, uploaded before. */
  approvalFileId: z.uuid().optional(),
});
type Input = z.output<typeof publishInput>;

/**
 * Makes a working copy the statement of the city, as of today.
 * @throws SalingError `not-allowed` to the writer of a city that has two people, `invalid` while something is
 *   missing, `conflict` when it was changed since the office read it, has not come to the office yet, or, with the
 *   reason `published`, when somebody has just published it
 */
export const publishDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: publishInput,
    load: async (tx, { id }) => {
      const draft = await lockDraft(tx, spec.kind, id);
      if (draft === null) return { draft, record: await spec.select(tx, id) };
      return { draft, holders: await officeHolders(tx, draft.cityId, draft.isTrial) };
    },
    policy: (actor, found) => {
      const { draft } = found;
      if (draft === null)
        return isOwnWords(found.record) ? maySpeak(actor, found.record.cityId) : 'not-found';
      if (maySpeak(actor, draft.cityId) === 'not-found') return 'not-found';
      return mayPublish(actor, draft.cityId, { holders: found.holders, sentBy: draft.sentBy });
    },
    apply: async (tx, input, found, context) => {
      const { draft } = found;
      if (draft === null) throw new SalingError('conflict', { params: { reason: 'published' } });
      const { holders } = found;
      const published = await lockPublished(tx, spec, draft, context);
      if (draft.version !== input.version) {
        throw new SalingError('conflict', { params: { version: draft.version } });
      }
      if (hasTwoPeople(holders)) {
        if (draft.state !== 'with-office')
          throw new SalingError('conflict', { params: { state: draft.state } });
      } else if (!rolesAt(context.actor, draft.cityId).includes('head-of-office')) {
        expectAgreement(input);
      }
      await checkSheet(tx, input);
      const fields = completeFields(spec, draft.content);
      const version = await putRecord(tx, spec, { draft, published, fields });
      const { personId } = writerOf(context, draft.cityId);
      if (published !== null) await keepCompiled(tx, draft, published.version, spec.toContent(published));
      const replaced = published === null ? null : { ...published };
      await keepPublished(tx, draft, { version, personId, input, replaced });
      await deleteDraft(tx, draft.id);
      return {
        outcome: { id: draft.key, version },
        subject: { kind: spec.kind, id: draft.id },
        before: { state: draft.state, version: published?.version ?? 0 },
        after: {
          state: 'published',
          version,
          isOnPaper: hasSheet(input),
          approvalFileId: input.approvalFileId ?? null,
        },
        event: recordEvent(spec.kind, published === null ? 'added' : 'changed', { ...draft, version }),
      };
    },
  });

/** What the city has published itself, of which nobody writes a working copy now. */
const isOwnWords = <Row extends RecordRow>(record: Row | undefined): record is Row =>
  record?.origin === 'city' && record.state === 'published';

const hasSheet = ({ approval, approvalFileId }: Input): boolean =>
  approval !== undefined || approvalFileId !== undefined;

/** Who publishes alone says that the office agrees, and where the signed sheet is, or gives its photo. */
function expectAgreement(input: Input): void {
  const errors = [
    ...(input.isAgreed ? [] : [{ pointer: '/isAgreed', code: 'required' }]),
    ...(hasSheet(input) ? [] : [{ pointer: '/approval', code: 'required' }]),
  ];
  if (errors.length > 0) throw new SalingError('invalid', { errors });
}

/** @throws SalingError `not-found` for a photo that is not of the publisher's own office */
async function checkSheet(tx: Tx, { approvalFileId }: Input): Promise<void> {
  if (approvalFileId !== undefined && !(await isOwnFile(tx, approvalFileId))) throw notFound();
}

async function putRecord<Row extends RecordRow, Fields>(
  tx: Tx,
  spec: RecordSpec<Row, Fields>,
  { draft, published, fields }: { draft: DraftRow; published: Row | null; fields: Fields },
): Promise<number> {
  const columns = await spec.toColumns(tx, fields, published);
  const head = {
    origin: 'city' as const,
    language: draft.language,
    state: 'published' as const,
    confirmedAt: presentInstant,
  };
  if (published === null) {
    const { id, key, cityId, isTrial } = draft;
    await spec.insert(tx, { ...columns, ...head, id, key, cityId, isTrial });
    return 1;
  }
  const isDone = await spec.update(tx, published.id, published.version, { ...columns, ...head });
  if (!isDone) throw new SalingError('conflict');
  return published.version + 1;
}

/** What stood there before the city's first own words: data files may have made it, no version was kept then. */
async function keepCompiled(tx: Tx, draft: DraftRow, version: number, content: DraftContent): Promise<void> {
  const { kind, id: recordId, cityId, isTrial } = draft;
  if (await hasPublishedVersion(tx, kind, recordId)) return;
  const row = { kind, recordId, cityId, isTrial, content, version };
  await insertVersion(tx, { ...row, id: newId(), stage: 'published', byPerson: null });
}

function keepPublished(
  tx: Tx,
  draft: DraftRow,
  facts: { version: number; personId: string; input: Input; replaced: Record<string, unknown> | null },
): Promise<void> {
  const { kind, id: recordId, cityId, isTrial, content } = draft;
  const { personId: byPerson, input, version, replaced } = facts;
  const { approval = null, approvalFileId = null } = input;
  const said = { content, version, byPerson, approval, approvalFileId, replaced };
  const row = { kind, recordId, cityId, isTrial, ...said };
  return insertVersion(tx, { ...row, id: newId(), stage: 'published' });
}
