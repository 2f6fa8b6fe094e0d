import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { draftKeyField } from '#lib/drafts/contract.ts';
import { mayChangeRecord } from '#lib/drafts/policy.ts';
import { deleteVersion, insertDraft, selectDraft, selectLastPublished } from '#lib/drafts/store.ts';
import { expectState, type RecordRow, type RecordSpec, recordEvent, writerOf } from './spec.ts';

/** What a record that is put back keeps of the present one. */
const KEPT = new Set([
  'id',
  'key',
  'version',
  'cityId',
  'isTrial',
  'createdAt',
  'updatedAt',
  'compiledDigest',
]);

/** The columns of a record as they were kept: instants had become text. */
function columnsOf(kept: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => {
      if (KEPT.has(name)) return [];
      return [[name, name.endsWith('At') && typeof value === 'string' ? new Date(value) : value]];
    }),
  );
}

/**
 * Undoes a publishing just after it: what was published is a working copy again, and what stood there before stands
 * there again; of a new record nothing does.
 * @param remove takes away the row of a record that is new
 * @throws SalingError `conflict` with the reason `too-late`, or where somebody is writing on already
 */
export const unpublishRecord = <Row extends RecordRow, Fields>(
  name: string,
  spec: RecordSpec<Row, Fields>,
  remove: (tx: Tx, id: string) => Promise<void>,
) =>
  defineCommand({
    name,
    input: z.object({ id: draftKeyField }),
    load: (tx, { id }) => spec.select(tx, id),
    policy: mayChangeRecord,
    apply: async (tx, { id: key }, seen, context) => {
      if (seen === undefined) throw notFound();
      const record = (await spec.lock(tx, key)) ?? seen;
      expectState(record.state === 'published', record.state);
      const last = await selectLastPublished(tx, spec.kind, record.id);
      if (last === undefined || !last.isFresh || last.version !== record.version) {
        throw new SalingError('conflict', { params: { reason: 'too-late' } });
      }
      if ((await selectDraft(tx, spec.kind, record.key)) !== undefined) throw new SalingError('conflict');
      const { id, key: ownKey, cityId, isTrial, language } = record;
      const { personId: writtenBy, role: writtenRole } = writerOf(context, cityId);
      const version = record.version + 1;
      if (last.replaced === null) await remove(tx, id);
      else if (!(await spec.update(tx, id, record.version, columnsOf(last.replaced)))) {
        throw new SalingError('conflict');
      }
      const base = last.replaced === null ? {} : { baseVersion: version };
      const draft = { id, kind: spec.kind, key: ownKey, cityId, isTrial, language, content: last.content };
      await insertDraft(tx, { ...draft, ...base, writtenBy, writtenRole });
      await deleteVersion(tx, last.id);
      return {
        outcome: { id: ownKey, version: 1 },
        subject: { kind: spec.kind, id },
        before: { state: 'published', version: record.version },
        after: { state: 'draft', version },
        event: recordEvent(spec.kind, last.replaced === null ? 'removed' : 'changed', { ...record, version }),
      };
    },
  });
