import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BROTLI_QUALITY } from './compress.ts';

type Encoding = 'br' | 'gzip';

const encode: Record<Encoding, (page: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gzip),
  br: (page) =>
    promisify(brotliCompress)(page, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
      },
    }),
};

/**
 * Gathers an HTML page and compresses it once. Next writes a page in a dozen pieces and flushes each, which costs
 * more than rendering some of them, though none of our pages has a part that comes later. Other answers pass.
 */
export function sendPagesWhole(request: IncomingMessage, response: ServerResponse): void {
  const { write, end, flushHeaders } = response;
  const parts: Buffer[] = [];
  const isPage = () =>
    !response.headersSent && String(response.getHeader('content-type')).startsWith('text/html');

  // Sent with the page, in one piece.
  response.flushHeaders = () => {
    if (!isPage()) flushHeaders.call(response);
  };
  response.write = ((...given: unknown[]) => {
    if (!isPage()) return Reflect.apply(write, response, given);
    parts.push(toBuffer(given[0]));
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    if (parts.length === 0) return Reflect.apply(end, response, given);
    parts.push(toBuffer(given[0]));
    response.end = () => response;
    void finish(Buffer.concat(parts));
    return response;
  }) as typeof end;

  async function finish(page: Buffer): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const isEncoded = encoding !== undefined && request.method !== 'HEAD';
    const body = isEncoded ? await encode[encoding](page) : page;
    if (response.destroyed) return;
    if (isEncoded) response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', body.length);
    Reflect.apply(end, response, [body]);
  }
}

function toBuffer(part: unknown): Buffer {
  return typeof part === 'string' || part instanceof Uint8Array ? Buffer.from(part) : Buffer.alloc(0);
}

/** Brotli where it is taken, else gzip; undefined where neither is. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const wishes = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      return [name, parameters.every((parameter) => !/^q=0(?:\.0*)?$/.test(parameter))];
    }),
  );
  return (['br', 'gzip'] as const).find((name) => wishes.get(name) ?? wishes.get('*') ?? false);
}
