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
