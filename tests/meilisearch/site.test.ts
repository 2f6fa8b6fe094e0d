import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';
import { type Forwarder, forwardTo } from './forwarder.ts';
import { removeIndexes, settingsFor } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'saling-meilisearch-'));
const settings = settingsFor('site');
let site: Site;
let way: Forwarder;

beforeAll(async () => {
  const { hostname, port } = new URL(settings.url);
  way = await forwardTo(hostname, Number(port || 80));
  site = await startSite(folder, {
    MEILI_URL: `http://127.0.0.1:${way.port}`,
    MEILI_KEY: settings.key ?? '',
    MEILI_INDEX_PREFIX: settings.prefix,
  });
});

afterAll(async () => {
  if (site !== undefined) await endProcess(site.pid);
  await way.close();
  await removeIndexes(settings);
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => fetch(`${site.url}${path}`, { headers: { 'accept-language': 'en' } });
const health = async () => (await get('/api/health')).json();

async function foundCities(): Promise<string[]> {
  const answer = await get('/api/v1/search?q=Bandung');
  expect(answer.status).toBe(200);
  const { items } = (await answer.json()) as { items: { kind: string; id: string }[] };
  return items.filter(({ kind }) => kind === 'city').map(({ id }) => id);
}

describe('a server with Meilisearch', () => {
  it('starts with its records in the index, and finds them', async () => {
    expect(await health()).toMatchObject({
      status: 'ok',
      search: { engine: 'meilisearch', ok: true, documents: 462 },
    });
    expect(await foundCities()).toContain('bandung');
  });

  it('says so while Meilisearch is away, keeps its pages, and goes on when it is back', async () => {
    await way.close();
    expect(await health()).toMatchObject({
      status: 'degraded',
      search: { engine: 'meilisearch', ok: false, documents: 0 },
    });
    for (const path of ['/api/v1/search?q=Bandung', '/api/v1/practices?q=flood']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'unavailable', params: { part: 'search' } });
    }
    for (const path of ['/search?q=flood', '/practices?q=flood', '/problem?text=Floods+every+year']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).toContain('search does not answer right now');
    }
    expect((await get('/cities/bandung')).status).toBe(200);
    await way.open();
    expect(await health()).toMatchObject({ status: 'ok', search: { documents: 462 } });
    expect(await foundCities()).toContain('bandung');
  });
});
