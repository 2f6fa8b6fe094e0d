import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { draftKeyField } from '#lib/drafts/contract.ts';
import { mayDiscard, maySpeak, mayWrite } from '#lib/drafts/policy.ts';
import { deleteDraft, lockDraft, presentInstant, updateDraft } from '#lib/drafts/store.ts';
import {
  completeFields,
  expectState,
  keepDraft,
  type RecordRow,
  type RecordSpec,
  recordEvent,
  writerOf,
} from './spec.ts';

export const seenInput = z.object({
  id: draftKeyField,
  version: z.coerce.number().int().min(1).max(2_000_000_000),
});

/** Lays a complete working copy before the mayor's office. Nobody writes until it is taken back. */
export const sendDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: seenInput,
    load: (tx, { id }) => lockDraft(tx, spec.kind, id),
    policy: (actor, draft) => maySpeak(actor, draft?.cityId),
    apply: async (tx, { version }, draft, context) => {
      if (draft === null) throw notFound();
      expectState(draft.state === 'draft', draft.state);
      if (draft.version !== version)
        throw new SalingError('conflict', { params: { version: draft.version } });
      completeFields(spec, draft.content);
      const { personId } = writerOf(context, draft.cityId);
      await keepDraft(tx, draft);
      await updateDraft(tx, draft.id, { state: 'with-office', sentBy: personId, sentAt: presentInstant });
      return {
        outcome: { id: draft.key, version },
        subject: { kind: spec.kind, id: draft.id },
        before: { state: 'draft' },
        after: { state: 'with-office', version },
        event: recordEvent(spec.kind, 'sent', draft),
      };
    },
  });

/** Back from the mayor's office, to be changed: by the writers, or by the office itself. */
export const takeBackDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: z.object({ id: draftKeyField }),
    load: (tx, { id }) => lockDraft(tx, spec.kind, id),
    policy: (actor, draft) => maySpeak(actor, draft?.cityId),
    apply: async (tx, _input, draft) => {
      if (draft === null) throw notFound();
      expectState(draft.state === 'with-office', draft.state);
      await updateDraft(tx, draft.id, { state: 'draft', sentBy: null, sentAt: null });
      return {
        outcome: { id: draft.key, version: draft.version },
        subject: { kind: spec.kind, id: draft.id },
        before: { state: 'with-office' },
        after: { state: 'draft', version: draft.version },
        event: recordEvent(spec.kind, 'returned', draft),
      };
    },
  });

/** Removes a working copy. What is published stays as it is. */
export const discardDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: z.object({ id: draftKeyField }),
    load: (tx, { id }) => lockDraft(tx, spec.kind, id),
    policy: (actor, draft) =>
      draft === null
        ? 'not-found'
        : (mayWrite(actor, draft.cityId) ?? mayDiscard(actor, draft.cityId, draft.writtenBy)),
    apply: async (tx, _input, draft) => {
      if (draft === null) throw notFound();
      expectState(draft.state === 'draft', draft.state);
      await keepDraft(tx, draft);
      await deleteDraft(tx, draft.id);
      return {
        outcome: { id: draft.key, isPublished: draft.baseVersion !== null },
        subject: { kind: spec.kind, id: draft.id },
        before: { state: 'draft', version: draft.version },
        event: recordEvent(spec.kind, 'discarded', draft),
      };
    },
  });
