import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { draftKeyField, MAX_TITLE, RECORD_LANGUAGES, recordLine } from '#lib/drafts/contract.ts';
import { isLaidOver, isOutOfReach, mayWrite } from '#lib/drafts/policy.ts';
import { keyBase } from '#lib/drafts/rules.ts';
import { insertDraft, lockKeys, selectDraft } from '#lib/drafts/store.ts';
import { newId } from '#lib/platform/ids.ts';
import { freeKey } from './keys.ts';
import { type RecordRow, type RecordSpec, recordEvent, writerOf } from './spec.ts';

/** Starts a record of one's own city with its title, in any language of the region. */
export const startDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: z.object({
      citySlug: draftKeyField,
      language: z.enum(RECORD_LANGUAGES),
      title: recordLine(MAX_TITLE).pipe(z.string({ error: 'required' }).min(1)),
    }),
    load: (tx, { citySlug }) => findCityId(tx, citySlug),
    policy: mayWrite,
    apply: async (tx, { citySlug, language, title }, cityId, context) => {
      if (cityId === undefined) throw notFound();
      const { personId, isTrial, role } = writerOf(context, cityId);
      const id = newId();
      const key = await freeKey(tx, spec.kind, keyBase(spec.kind, citySlug, title));
      await insertDraft(tx, {
        id,
        kind: spec.kind,
        key,
        cityId,
        isTrial,
        language,
        content: { title },
        fieldVersions: { title: 1 },
        writtenBy: personId,
        writtenRole: role,
      });
      return {
        outcome: { id: key, version: 1 },
        subject: { kind: spec.kind, id },
        after: { state: 'draft', version: 1 },
        event: recordEvent(spec.kind, 'drafted', { id, key, cityId, isTrial, version: 1 }),
      };
    },
  });

/**
 * Opens a published record of one's own city for writing; it stays published as it is meanwhile. Who comes second
 * gets the working copy that is there.
 */
export const reviseRecord = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: z.object({ id: draftKeyField }),
    load: (tx, { id }) => spec.select(tx, id),
    policy: (actor, record) => {
      if (record === undefined) return 'not-found';
      const refusal = mayWrite(actor, record.cityId);
      return refusal ?? (isOutOfReach(actor, record) ? 'not-allowed' : null);
    },
    apply: async (tx, { id: key }, seen, context) => {
      if (seen === undefined) throw notFound();
      if (isLaidOver(context.actor, seen)) await lockKeys(tx, seen.key);
      const record = (await spec.select(tx, key)) ?? seen;
      const existing = await selectDraft(tx, spec.kind, key);
      if (existing !== undefined) {
        return { outcome: { id: existing.key, version: existing.version }, subject: null };
      }
      const { personId, isTrial, role } = writerOf(context, record.cityId);
      // What lies over a compiled record is another row, of which the working copy is the first sign.
      const id = isLaidOver(context.actor, record) ? newId() : record.id;
      await insertDraft(tx, {
        id,
        kind: spec.kind,
        key: record.key,
        cityId: record.cityId,
        isTrial,
        language: record.language,
        content: spec.toContent(record),
        baseVersion: record.version,
        writtenBy: personId,
        writtenRole: role,
      });
      return {
        outcome: { id: record.key, version: 1 },
        subject: { kind: spec.kind, id },
        after: { state: 'draft', version: 1, baseVersion: record.version },
        event: recordEvent(spec.kind, 'drafted', { ...record, id, isTrial, version: 1 }),
      };
    },
  });
