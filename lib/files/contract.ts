import { z } from 'zod';

/** What may be kept. Found by content; the name and what a browser claims do not count. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const MAX_NAME = 200;
/** Bytes of one upload. */
export const MAX_UPLOAD = 10 * 1024 * 1024;
/** Width times height of a picture as it comes: 50 megapixels, more than a phone takes. */
export const MAX_PIXELS = 50_000_000;
/** Longer side of a picture as it is kept, in pixels. */
export const KEPT_SIDE = 2000;
/** The same of its small variant, for lists and the first view of a page. */
export const SMALL_SIDE = 360;
/** Uploads of one office in a day. */
export const MAX_UPLOADS_A_DAY = 200;
/** Days after which a file that no record names is removed. */
export const UNUSED_DAYS = 7;

/** Why a file is refused: code of the field `file`. */
export type FileRefusal = 'empty' | 'unknown-type' | 'too-many-pixels' | 'broken' | 'too-large';

export const fileNameField = z.string().transform(
  (text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ')
      .trim()
      .slice(0, MAX_NAME)
      .toWellFormed() || 'file',
);

/** A kept file without its bytes. */
export type StoredFile = {
  id: string;
  name: string;
  type: FileType;
  size: number;
  width: number | null;
  height: number | null;
};

export const MAX_ATTACHMENTS = 8;
export const MAX_CAPTION = 300;

const line = z
  .string()
  .max(MAX_CAPTION * 2)
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(MAX_CAPTION));

/** What a record says of a file that it shows: a caption, and of a picture what is to be seen on it. */
export const attachmentSchema = z.object({ fileId: z.uuid(), caption: line, alt: line });
export type Attachment = z.infer<typeof attachmentSchema>;
export type AttachmentWords = Record<string, { caption: string; alt: string }>;

/** Each file once, in the order in which they are shown. */
export const attachmentsField = z
  .array(attachmentSchema)
  .max(MAX_ATTACHMENTS)
  .refine((list) => new Set(list.map(({ fileId }) => fileId)).size === list.length, {
    params: { code: 'repeated' },
  });

export const isPicture = (type: FileType): boolean => type !== 'application/pdf';

/** A file as a record shows it. `language`: of caption and description. */
export type ShownAttachment = StoredFile & { caption: string; alt: string; language: string };
