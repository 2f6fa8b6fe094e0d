import { readerContext, visitorContext } from '#app/request/context.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { isSameOrigin } from '#app/request/same-origin.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { uploadFile } from '#lib/files/commands.ts';
import { MAX_UPLOAD } from '#lib/files/contract.ts';
import { newId } from '#lib/platform/ids.ts';

/**
 * Takes one photo or PDF, as a form's field `file` or as the bare body, for the office `organisation`.
 * Answers 201 with `{ id, name, type, size, width, height }`.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin(request)) throw new SalingError('not-allowed');
    const context = await readerContext();
    // Before the body is read: ten megabytes from nobody are not worth waiting for.
    if (context.actor.kind !== 'person') throw new SalingError('not-signed-in');
    const url = new URL(request.url);
    const sent = await bodyOf(request);
    const stored = await uploadFile(context, url.searchParams.get('command') ?? newId(), {
      organisationId: url.searchParams.get('organisation') ?? '',
      ...sent,
    });
    return Response.json(stored, { status: 201, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

async function bodyOf(request: Request): Promise<{ name: string; bytes: Uint8Array }> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD + 10_000) throw tooLarge();
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { name: request.headers.get('x-file-name') ?? 'file', bytes: await bytesOf(request) };
  }
  const entry = (await request.formData().catch(() => null))?.get('file');
  if (!(entry instanceof File)) throw notFound();
  return { name: entry.name, bytes: await bytesOf(entry) };
}

const bytesOf = async (given: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array> =>
  new Uint8Array(await given.arrayBuffer());

const tooLarge = () => new SalingError('invalid', { errors: [{ pointer: '/file', code: 'too-large' }] });
