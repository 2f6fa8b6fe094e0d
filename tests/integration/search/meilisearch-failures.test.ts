import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '#lib/platform/search/engine.ts';
import { createMeiliSearch } from '#lib/platform/search/meilisearch/engine.ts';
import { practice } from './documents.ts';

const KEY = 'a-key-that-nobody-may-see';
const QUESTION = 'a question that nobody may see';
const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An engine whose Meilisearch answers like this; the network's edge, as no Meilisearch is needed to fail. */
async function engineWith(listener: RequestListener) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { host: `127.0.0.1:${port}`, engine: createMeiliSearch({ url, key: KEY, prefix: 'test' }) };
}

/** The error that a call ends with, and everything of it that a log could show. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SearchUnavailable);
  if (!(error instanceof SearchUnavailable)) throw new Error('it did not fail');
  const everything = JSON.stringify([error.message, error.stack, error, error.cause]);
  expect(everything).not.toContain(KEY);
  expect(everything).not.toContain(QUESTION);
  expect(error.message).not.toContain('\n');
  return error.message;
}

const json = (status: number, body: unknown): RequestListener => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
};
const ask = { text: QUESTION, limit: 10, prefix: false };

describe('a Meilisearch that cannot be used is one line', () => {
  it('when nothing listens there', async () => {
    const { engine, host } = await engineWith(json(200, {}));
    for (const server of servers.splice(0)) server.close();
    expect(await failureOf(engine.search(ask))).toBe(`No Meilisearch answers at ${host} (ECONNREFUSED)`);
    expect(await engine.health()).toEqual({ engine: 'meilisearch', ok: false, documents: 0 });
  });

  it('when it refuses the key', async () => {
    const { engine, host } = await engineWith(json(403, { code: 'invalid_api_key', message: `no ${KEY}` }));
    expect(await failureOf(engine.count())).toBe(`Meilisearch at ${host} refuses the key of MEILI_KEY`);
  });

  it('when something else answers', async () => {
    const { engine, host } = await engineWith((_, response) => void response.end('<h1>Welcome</h1>'));
    expect(await failureOf(engine.search(ask))).toBe(`What answers at ${host} is not Meilisearch`);
  });

  it('when it answers nothing', async () => {
    const { engine, host } = await engineWith(() => undefined);
    const before = Date.now();
    expect(await failureOf(engine.search(ask))).toBe(`No Meilisearch answers at ${host} in time`);
    expect(Date.now() - before).toBeLessThan(10_000);
  });

  it('when it refuses a question', async () => {
    const { engine, host } = await engineWith(json(400, { code: 'invalid_search_q', message: QUESTION }));
    expect(await failureOf(engine.search(ask))).toBe(
      `Meilisearch at ${host} refuses: invalid_search_q (status 400)`,
    );
  });

  it('when a task that it accepted fails later', async () => {
    const { engine, host } = await engineWith((request, response) => {
      const failed = { uid: 7, type: 'indexCreation', status: 'failed', error: { code: 'no_space_left' } };
      const accepted = { taskUid: 7, status: 'enqueued', type: 'indexCreation' };
      const isMissing = request.url?.startsWith('/indexes/') === true;
      const answer = isMissing ? { code: 'index_not_found' } : request.method === 'POST' ? accepted : failed;
      json(isMissing ? 404 : 200, answer)(request, response);
    });
    expect(await failureOf(engine.put([practice(1, { title: 'Market' })]))).toBe(
      `Meilisearch at ${host}: task 7 (indexCreation) ended as failed: no_space_left`,
    );
  });
});
