import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { withActor } from '#lib/core/transaction.ts';
import { isUuid, newId } from '#lib/platform/ids.ts';
import { FILE_TYPES, fileNameField, MAX_UPLOADS_A_DAY, type StoredFile } from './contract.ts';
import { inspect } from './inspection/inspect.ts';
import { mayUpload } from './policy.ts';
import { countRecent, deleteUnused, insertFile, selectBringsLetter } from './store.ts';

const keepFile = defineCommand({
  name: 'file.upload',
  input: z.object({
    organisationId: z.uuid(),
    name: fileNameField,
    type: z.enum(FILE_TYPES),
    bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
    width: z.number().nullable(),
    height: z.number().nullable(),
    thumbnail: z.custom<Uint8Array>((given) => given instanceof Uint8Array).nullable(),
  }),
  load: (tx, { organisationId }) => selectBringsLetter(tx, organisationId),
  policy: (actor, bringsLetter, { organisationId }) => mayUpload(actor, organisationId, bringsLetter),
  apply: async (tx, input, _resource, { actor }) => {
    const { bytes, thumbnail, ...fields } = input;
    if ((await countRecent(tx, input.organisationId)) >= MAX_UPLOADS_A_DAY) throw new SalingError('too-many');
    const id = newId();
    const person = actor.kind === 'person' ? actor : null;
    const row = { ...fields, id, size: bytes.length, isTrial: person?.isTrial ?? false };
    const digest = createHash('sha256').update(bytes).digest('hex');
    await insertFile(tx, { ...row, digest, uploadedBy: person?.personId ?? null }, { bytes, thumbnail });
    const { name, type, size, width, height } = row;
    const outcome: StoredFile = { id, name, type, size, width, height };
    return {
      outcome,
      subject: { kind: 'file', id },
      after: { organisationId: input.organisationId, type, size },
    };
  },
});

/**
 * Keeps a photo or PDF for an office. Who may not is refused before a byte is looked at; pictures are written
 * anew without the place where they were taken.
 * @throws SalingError `not-found` for another office's people, `invalid` on `/file` (see FileRefusal)
 */
export async function uploadFile(
  context: Context,
  commandId: string,
  given: { organisationId: string; name: string; bytes: Uint8Array },
): Promise<StoredFile> {
  const { actor } = context;
  const { organisationId } = given;
  const bringsLetter =
    isUuid(organisationId) &&
    mayUpload(actor, organisationId, true) === null &&
    (await withActor(actor, (tx) => selectBringsLetter(tx, organisationId)));
  const refusal = mayUpload(actor, organisationId, bringsLetter);
  if (refusal !== null) throw new SalingError(refusal);
  const inspected = await inspect(given.bytes);
  return keepFile(context, commandId, { ...given, ...inspected });
}

/** Removes files that no record, working copy or letter names after a week. */
export const removeUnusedFiles = defineCommand({
  name: 'file.remove-unused',
  input: z.object({}),
  load: async () => null,
  policy: onlyJobs,
  apply: async (tx) => {
    const removed = await deleteUnused(tx);
    return {
      outcome: { removed },
      subject: removed === 0 ? null : { kind: 'file', id: 'unused' },
      after: { removed },
    };
  },
});
