import type { Attachment, AttachmentWords } from './contract.ts';

/** The columns of a published record in which its entries are kept. */
export function attachmentColumns(entries: readonly Attachment[]): {
  attachments: string[];
  attachmentWords: AttachmentWords;
} {
  return {
    attachments: entries.map(({ fileId }) => fileId),
    attachmentWords: Object.fromEntries(
      entries.map(({ fileId, caption, alt }) => [fileId, { caption, alt }]),
    ),
  };
}

/** The entries again, in their order. */
export function attachmentsOf(row: {
  attachments: readonly string[];
  attachmentWords: AttachmentWords;
}): Attachment[] {
  return row.attachments.map((fileId) => ({
    fileId,
    ...(row.attachmentWords[fileId] ?? { caption: '', alt: '' }),
  }));
}

/** Entries of a working copy. Its content was parsed when it was saved; older ones have none. */
export function entriesOf(content: Readonly<Record<string, unknown>>): Attachment[] {
  const { attachments } = content;
  return Array.isArray(attachments) ? (attachments as Attachment[]) : [];
}
