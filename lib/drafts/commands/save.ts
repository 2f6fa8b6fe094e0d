import { z } from 'zod';
import { cityRefs } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type DraftContent, draftKeyField, RECORD_LANGUAGES, type SavedDraft } from '#lib/drafts/contract.ts';
import { mayWrite } from '#lib/drafts/policy.ts';
import {
  changedFields,
  changedVersions,
  clashingFields,
  conflictOf,
  isMadeOf,
  keyBase,
} from '#lib/drafts/rules.ts';
import {
  type DraftRow,
  hasRecentVersion,
  insertFormerKey,
  lockDraft,
  presentInstant,
  updateDraft,
} from '#lib/drafts/store.ts';
import { filesOfCity } from '#lib/files/queries.ts';
import { entriesOf } from '#lib/files/rules.ts';
import { freeKey } from './keys.ts';
import { expectState, keepDraft, type RecordRow, type RecordSpec, writerOf } from './spec.ts';

export const saveInput = z.object({
  id: draftKeyField,
  /** Which the writer saw. */
  version: z.coerce.number().int().min(1).max(2_000_000_000),
  fields: z.record(z.string().max(40), z.unknown()),
  language: z.enum(RECORD_LANGUAGES).optional(),
  /** The writer has finished this step: only then the key follows the title, not at every pause of typing. */
  isStepDone: z.boolean().default(false),
});

/**
 * Saves fields of a working copy. Other fields may have changed meanwhile, these not: then nothing is saved.
 * Not audited, as autosave calls it every few seconds.
 * @throws SalingError `conflict`, with the fields whose text both have changed; `invalid` for a wrong field
 */
export const saveDraft = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input: saveInput,
    load: (tx, { id }) => lockDraft(tx, spec.kind, id),
    policy: (actor, draft) => mayWrite(actor, draft?.cityId),
    apply: async (tx, input, draft, context) => {
      if (draft === null) throw notFound();
      expectState(draft.state === 'draft', draft.state);
      const patch = parseInput(spec.fields.partial().strict(), input.fields) as DraftContent;
      const changed = changedFields(draft.content, patch);
      await checkAttached(tx, draft, patch);
      const clashing = clashingFields(changed, draft.fieldVersions, input.version);
      const { personId, role } = writerOf(context, draft.cityId);
      const { version: before, fieldVersions, writtenBy } = draft;
      const stands = { version: before, fieldVersions, isOwn: writtenBy === personId };
      if (clashing.length > 0) throw conflictOf(clashing, stands);
      const isOtherLanguage = input.language !== undefined && input.language !== draft.language;
      const key = input.isStepDone ? await followTitle(tx, draft, patch) : draft.key;
      if (changed.length === 0 && !isOtherLanguage && key === draft.key) {
        return { outcome: toSaved(draft), subject: null };
      }
      if (!stands.isOwn || !(await hasRecentVersion(tx, spec.kind, draft.id))) {
        await keepDraft(tx, draft);
      }
      const version = draft.version + 1;
      const saved = await updateDraft(tx, draft.id, {
        key,
        version,
        content: { ...draft.content, ...patch },
        fieldVersions: changedVersions(stands, changed, version),
        language: input.language ?? draft.language,
        writtenBy: personId,
        writtenRole: role,
        updatedAt: presentInstant,
      });
      return { outcome: toSaved(saved), subject: null };
    },
  });

/** What is attached anew is of the city's own office. @throws SalingError `not-found` */
async function checkAttached(tx: Tx, draft: DraftRow, patch: DraftContent): Promise<void> {
  const before = new Set(entriesOf(draft.content).map(({ fileId }) => fileId));
  const added = entriesOf(patch).flatMap(({ fileId }) => (before.has(fileId) ? [] : [fileId]));
  if ((await filesOfCity(tx, added, draft)).length < added.length) throw notFound();
}

const toSaved = (row: DraftRow): SavedDraft => ({
  id: row.key,
  version: row.version,
  savedAt: row.updatedAt.toISOString(),
});

/** The key for the new title while nothing is published; the old one leads to it from now on. */
async function followTitle(tx: Tx, draft: DraftRow, patch: DraftContent): Promise<string> {
  const { title } = patch;
  if (draft.baseVersion !== null || typeof title !== 'string') return draft.key;
  const city = (await cityRefs(tx, [draft.cityId])).get(draft.cityId);
  if (city === undefined) return draft.key;
  const base = keyBase(draft.kind, city.slug, title);
  if (isMadeOf(draft.key, base)) return draft.key;
  const key = await freeKey(tx, draft.kind, base);
  const { kind, cityId, isTrial, id: recordId } = draft;
  await insertFormerKey(tx, { kind, key: draft.key, recordId, cityId, isTrial });
  return key;
}
