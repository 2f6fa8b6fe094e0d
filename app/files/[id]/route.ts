import { readerContext, visitorContext } from '#app/request/context.ts';
import { attachedAs } from '#app/request/file-response.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { getFile } from '#lib/files/queries.ts';

type Route = { params: Promise<{ id: string }> };

/**
 * One photo or document. Never shown as a page of ours: it is downloaded, or drawn inside a picture. The server
 * adds a policy under which it can do nothing.
 */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  try {
    const isSmall = new URL(request.url).searchParams.get('size') === 'small';
    const file = await getFile(await readerContext(), { id: (await params).id, isSmall });
    const tag = `"${file.digest}${file.isSmall ? '-small' : ''}"`;
    const headers = {
      etag: tag,
      // Asked for again each time: who may see it can change.
      'cache-control': 'private, no-cache',
      'content-disposition': attachedAs(file.name),
      'content-type': file.isSmall ? 'image/webp' : file.type,
    };
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(file.bytes), { headers });
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}
