import { z } from 'zod';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { isUuid } from '#lib/platform/ids.ts';
import type { Attachment, ShownAttachment } from './contract.ts';
import { selectFile, selectFiles } from './store.ts';

/** A file with its bytes, or those of its small variant where it has one. @throws SalingError `not-found`, also for a file that the actor may not see */
export const getFile = defineQuery({
  input: z.object({ id: z.string(), isSmall: z.boolean().default(false) }),
  run: async (tx, { id, isSmall }) => {
    const found = isUuid(id) ? await selectFile(tx, id, isSmall) : undefined;
    if (found === undefined) throw notFound();
    return found;
  },
});

/** What a record shows, in its order; what the actor may not see, or is gone, is left out. For domains to the right. */
export async function shownAttachments(
  tx: Tx,
  entries: readonly Attachment[],
  language: string,
): Promise<ShownAttachment[]> {
  const words = new Map(entries.map((entry) => [entry.fileId, entry]));
  const files = await selectFiles(tx, [...words.keys()]);
  return files.map((file) => {
    const { caption = '', alt = '' } = words.get(file.id) ?? {};
    return { ...file, caption, alt, language };
  });
}

export {
  type DescribedFile,
  isOwnFile,
  selectDescribed as describedFiles,
  selectFiles as filesById,
  selectFilesOfCity as filesOfCity,
} from './store.ts';
