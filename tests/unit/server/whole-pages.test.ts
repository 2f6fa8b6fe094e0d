import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress } from '#server/http/compress.ts';
import { encodingFor, sendPagesWhole } from '#server/http/whole-pages.ts';

const pieces = Array.from(
  { length: 9 },
  (_, at) => `<p>${at} ${'Sampah dipilah dari rumah. '.repeat(50)}</p>`,
);
const page = pieces.join('');
let server: Server;
let finished = 0;

beforeAll(async () => {
  server = createServer((asked, response) => {
    response.once('finish', () => {
      finished += 1;
    });
    compress(asked, response, () => {
      sendPagesWhole(asked, response);
      response.setHeader(
        'content-type',
        asked.url === '/page' ? 'text/html; charset=utf-8' : 'text/x-component',
      );
      if (asked.url === '/empty') response.statusCode = 304;
      else {
        response.flushHeaders();
        for (const piece of pieces) response.write(Buffer.from(piece));
      }
      response.end();
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(
  path: string,
  accepted: string,
  method = 'GET',
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: { 'accept-encoding': accepted } }, (response) => {
      const got: Buffer[] = [];
      response.on('data', (part: Buffer) => got.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(got) }),
      );
    });
    asked.on('error', reject).end();
  });
}

test('what is no page, or has no body, passes as it is', async () => {
  const other = await ask('/data', 'gzip');
  expect(other.headers['content-length']).toBeUndefined();
  expect(gunzipSync(other.body).toString()).toBe(page);
  const empty = await ask('/empty', 'br, gzip');
  expect([empty.status, empty.body.length]).toEqual([304, 0]);
  const head = await ask('/page', 'br, gzip', 'HEAD');
  expect([head.status, head.body.length, head.headers['content-encoding']]).toEqual([200, 0, undefined]);
});

test.each([
  ['gzip, deflate, br', 'br', (body: Buffer) => brotliDecompressSync(body)],
  ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
  ['identity', undefined, (body: Buffer) => body],
] as const)('a page written in pieces comes whole to who takes "%s"', async (accepted, encoding, decode) => {
  const before = finished;
  const { headers, body } = await ask('/page', accepted);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-length']).toBe(String(body.length));
  expect(headers.vary).toContain('Accept-Encoding');
  expect(decode(body).toString()).toBe(page);
  expect(finished).toBe(before + 1);
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['deflate, zstd', undefined],
  ['br;q=0, gzip;q=0.000', undefined],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['gzip, br;q=0.1', 'br'],
  ['*', 'br'],
])('of "%s" the server takes %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
