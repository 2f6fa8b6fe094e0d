import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { SalingError } from '#lib/core/errors.ts';
import {
  FILE_TYPES,
  type FileRefusal,
  type FileType,
  KEPT_SIDE,
  MAX_PIXELS,
  MAX_UPLOAD,
  SMALL_SIDE,
} from '#lib/files/contract.ts';

export type Inspected = {
  type: FileType;
  bytes: Uint8Array;
  width: number | null;
  height: number | null;
  /** WebP, of a picture only. */
  thumbnail: Uint8Array | null;
};

const isKept = (type: string | undefined): type is FileType => FILE_TYPES.some((known) => known === type);

/**
 * What may be kept of these bytes: a picture is decoded within limits and written anew, upright, at most
 * KEPT_SIDE wide or high, without place, camera or comment; a PDF stays as it is.
 * @throws SalingError `invalid` on `/file` with a FileRefusal as code
 */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.length === 0) throw refused('empty');
  if (bytes.length > MAX_UPLOAD) throw refused('too-large');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!isKept(type)) throw refused('unknown-type');
  if (type === 'application/pdf') return { type, bytes, width: null, height: null, thumbnail: null };
  return takeTurn(() => redraw(bytes, type));
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time: decoded, one of 50 megapixels fills 200 MB. */
function takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

async function redraw(bytes: Uint8Array, type: Exclude<FileType, 'application/pdf'>): Promise<Inspected> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
  const size = await picture.metadata().catch((error: unknown) => {
    throw refused(isPixelLimit(error) ? 'too-many-pixels' : 'broken', error);
  });
  if ((size.width ?? 0) * (size.height ?? 0) > MAX_PIXELS) throw refused('too-many-pixels');
  try {
    const upright = picture
      .rotate()
      .resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true });
    const drawn = await encoded(upright, type).toBuffer({ resolveWithObject: true });
    const { width, height } = drawn.info;
    return { type, bytes: drawn.data, width, height, thumbnail: await small(drawn.data) };
  } catch (error) {
    throw refused(isPixelLimit(error) ? 'too-many-pixels' : 'broken', error);
  }
}

const small = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes)
    .resize(SMALL_SIDE, SMALL_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 60, effort: 5 })
    .toBuffer();

function encoded(picture: Sharp, type: FileType): Sharp {
  if (type === 'image/png') return picture.png({ compressionLevel: 9 });
  return type === 'image/webp' ? picture.webp({ quality: 82 }) : picture.jpeg({ quality: 82 });
}

const isPixelLimit = (error: unknown): boolean =>
  error instanceof Error && /pixel limit/i.test(error.message);

function refused(code: FileRefusal, cause?: unknown): SalingError {
  return new SalingError('invalid', { errors: [{ pointer: '/file', code }], cause });
}
