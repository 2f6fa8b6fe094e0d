import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress } from '#server/http/compress.ts';

const page = `<p>${'Sampah dipilah dari rumah. '.repeat(400)}</p>`;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    compress(request, response, () => {
      response.setHeader('content-type', request.url === '/font' ? 'font/woff2' : 'text/html');
      response.end(page);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(path: string, accepted: string): Promise<{ encoding: string | undefined; bytes: number }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, path, headers: { 'accept-encoding': accepted } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes }));
    }).on('error', reject);
  });
}

test('a browser that takes nothing, and a file that is compressed already, get it as it is', async () => {
  expect(await ask('/', 'identity')).toEqual({ encoding: undefined, bytes: Buffer.byteLength(page) });
  expect(await ask('/font', 'br, gzip')).toEqual({ encoding: undefined, bytes: Buffer.byteLength(page) });
});

test('a page comes in brotli where that is taken, else in gzip', async () => {
  const [brotli, gzip] = [await ask('/', 'gzip, deflate, br'), await ask('/', 'gzip')];
  expect([brotli.encoding, gzip.encoding]).toEqual(['br', 'gzip']);
  expect(brotli.bytes).toBeLessThan(200);
  expect(gzip.bytes).toBeLessThan(300);
});
