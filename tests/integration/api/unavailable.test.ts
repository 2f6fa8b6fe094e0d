import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as matches from '#app/api/v1/cities/[slug]/matches/route.ts';
import * as city from '#app/api/v1/cities/[slug]/route.ts';
import * as cities from '#app/api/v1/cities/route.ts';
import * as needs from '#app/api/v1/needs/route.ts';
import * as document from '#app/api/v1/openapi.json/route.ts';
import * as practices from '#app/api/v1/practices/route.ts';
import * as search from '#app/api/v1/search/route.ts';
import * as topics from '#app/api/v1/topics/route.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { newToken } from '#lib/platform/secret.ts';

const routes = { cities, city, matches, needs, practices, search, topics };

/** A port on which nobody listens. */
function deadPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 1));
    });
  });
}

beforeAll(async () => setDatabaseUrl(`postgres://saling:saling@127.0.0.1:${await deadPort()}/saling`));
afterAll(closeDatabase);

describe('without a database', () => {
  const every = Object.entries(routes).map(([name, route]) => [name, route] as const);
  it.each(every)('%s asks to come back, and logs no error of its own', async (name, route) => {
    const query = name === 'search' ? '?lang=id&q=banjir' : '?lang=id';
    // Matches are not there for a visitor, whatever the database does; who brings a token has to be looked up.
    const authorization = name === 'matches' ? { authorization: `Bearer ${newToken()}` } : undefined;
    const headers = { 'x-saling-direct': '1', ...authorization };
    const request = new Request(`http://localhost/api/v1/x${query}`, { headers });
    const response = await route.GET(request, { params: Promise.resolve({ slug: 'surabaya' }) });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-language')).toBe('id');
    const problem = await response.json();
    expect(problem).toMatchObject({ code: 'unavailable', status: 503, params: { part: 'database' } });
    expect(JSON.stringify(problem)).not.toContain('ECONNREFUSED');
  });

  it('the document about the API is still there', async () => {
    const request = new Request('http://localhost/api/v1/openapi.json');
    expect((await document.GET(request, { params: Promise.resolve({}) })).status).toBe(200);
  });
});
