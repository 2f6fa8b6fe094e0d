import { fileFacts } from '#components/records/file-facts.ts';
import type { FileItem, FilesState } from '#components/writing/files-state.ts';
import type { Context } from '#lib/core/context.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { listDraftAttachments } from '#lib/drafts/queries.ts';
import { newId } from '#lib/platform/ids.ts';

/** The form of photos and documents as a working copy has it now. */
export async function filesStateOf(
  context: Context,
  draft: { kind: DraftKind; id: string },
): Promise<FilesState> {
  const shown = await listDraftAttachments(context, draft);
  const items = shown.map(
    (file): FileItem => ({
      fileId: file.id,
      name: file.name,
      facts: fileFacts(file, context.language),
      width: file.width,
      height: file.height,
      caption: file.caption,
      alt: file.alt,
    }),
  );
  return {
    items,
    served: items.map(({ fileId, caption, alt }) => ({ fileId, caption, alt })),
    errors: {},
    failure: null,
    removed: null,
    done: null,
    commandId: newId(),
  };
}
