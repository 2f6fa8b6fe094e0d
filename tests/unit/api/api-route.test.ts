import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '#app/api/openapi/endpoint.ts';
import { apiRoute, type Handlers, unknownRoute } from '#app/api/respond/api-route.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import { limitField, slugField, someOf } from '#lib/platform/fields.ts';
import { onLoggedError } from '#lib/platform/log.ts';
import { expectLoggedError } from '#tests/support/logged-errors.ts';

const input = z.object({ slug: slugField, topic: someOf(z.string().max(5)), limit: limitField.default(3) });
const answer = z.object({
  slug: z.string(),
  topic: z.array(z.string()),
  limit: z.number(),
  language: z.string(),
});
const row = { operationId: 'getThing', summary: 'A thing', path: '/things/{slug}', input, answer } as const;

async function echo(context: Context, raw: z.input<typeof input>) {
  const { slug, topic = [], limit } = parseInput(input, raw);
  if (slug === 'broken') throw new Error('the password is swordfish');
  if (slug === 'odd') return JSON.parse('{"slug":1}');
  if (slug === 'gone') throw new SalingError('not-found');
  if (slug === 'down') throw new SalingError('unavailable', { params: { part: 'database' } });
  return { slug, topic, limit, language: context.language, secret: 'never leaves' };
}

const open = apiRoute(defineEndpoint({ ...row, isPublic: true }), echo);
const closed = apiRoute(defineEndpoint({ ...row, isPublic: false }), echo);

function call(
  route: Handlers,
  query: string,
  options: { method?: keyof Handlers; slug?: string; headers?: Record<string, string> } = {},
) {
  const { method = 'GET', slug = 'surabaya', headers = {} } = options;
  const request = new Request(`http://localhost/api/v1/things/x${query}`, { method, headers });
  return route[method](request, { params: Promise.resolve({ slug }) });
}

describe('refusals of a route', () => {
  it.each(['?limit=0', '?limit=-1', '?limit=1e9', '?limit=abc', '?limit=', '?limit=1.5', '?limit=NaN'])(
    'refuses %s and names the parameter',
    async (query) => {
      const response = await call(open, query);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const problem = await response.json();
      expect(problem).toMatchObject({ status: 400, code: 'invalid', type: 'urn:saling:problem:invalid' });
      expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/limit' })]);
      expect(problem.errors[0].detail).toMatch(/\.$/);
    },
  );

  it.each([
    ['?limi=1', '/limi', 'unknown-field'],
    ['?slug=surabaya', '/slug', 'unknown-field'],
    ['?__proto__=1', '/__proto__', 'unknown-field'],
    ['?constructor=1', '/constructor', 'unknown-field'],
    ['?a/b~c=1', '/a~1b~0c', 'unknown-field'],
    ['?limit=1&limit=2', '/limit', 'repeated'],
    ['?lang=en&lang=id', '/lang', 'repeated'],
    ['?lang=xx', '/lang', 'unknown-value'],
    ['?lang=', '/lang', 'unknown-value'],
    ['?topic=toolong', '/topic', 'too-big'],
    ['?topic=a&topic=toolong', '/topic/1', 'too-big'],
  ])('refuses %s', async (query, pointer, code) => {
    const response = await call(open, query);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('answers a request with thousands of unknown parameters as briefly as one with twenty', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `a${index}=1`).join('&');
    expect((await (await call(open, `?${many}`)).json()).errors).toHaveLength(20);
  });

  it('finds nothing under a name that cannot be one', async () => {
    for (const slug of ['', 'a'.repeat(121)]) {
      const response = await call(open, '', { slug });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found', errors: [] });
    }
  });

  it('passes on what the core says is not there, and asks to come back when a part is down', async () => {
    expect((await call(open, '', { slug: 'gone' })).status).toBe(404);
    const down = await call(open, '', { slug: 'down' });
    expect(down.status).toBe(503);
    expect(down.headers.get('retry-after')).toBe('5');
    expect(await down.json()).toMatchObject({ code: 'unavailable', params: { part: 'database' } });
  });

  it.each(['broken', 'odd'])(
    'logs what nobody expected, once, and tells nothing of it (%s)',
    async (slug) => {
      const lines: string[] = [];
      onLoggedError((line) => lines.push(line));
      expectLoggedError(/request failed/);
      const id = '0195b7c0-0000-7000-8000-000000000002';
      const response = await call(open, '', { slug, headers: { 'x-request-id': id } });
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ code: 'internal', errors: [], instance: `urn:uuid:${id}` });
      expect(text).not.toMatch(/swordfish|\n\s+at /);
      expect(lines).toEqual([expect.stringContaining(id)]);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'refuses %s and says what is possible',
    async (method) => {
      const response = await call(open, '', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed', status: 405 });
    },
  );

  it('speaks the language of the address, else that of the reader', async () => {
    const titles = new Set<string>();
    for (const [query, reader] of [
      ['?lang=id&limit=0', 'en'],
      ['?limit=0', 'id'],
    ] as const) {
      const response = await call(open, query, { headers: { 'x-saling-language': reader } });
      expect(response.headers.get('content-language')).toBe('id');
      titles.add((await response.json()).title);
    }
    expect(titles.size).toBe(1);
  });

  it('names the request, so that a person can tell us which one failed', async () => {
    const id = '0195b7c0-0000-7000-8000-000000000001';
    const response = await call(open, '?limit=0', { headers: { 'x-request-id': id } });
    expect((await response.json()).instance).toBe(`urn:uuid:${id}`);
  });

  it('answers every method below an address that is not there with 404', async () => {
    for (const [method, handle] of Object.entries(unknownRoute())) {
      const request = new Request('http://localhost/api/nowhere', { method });
      const response = await handle(request, { params: Promise.resolve({}) });
      expect(response.status, method).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

describe('answers of a route', () => {
  it('holds what the schema names and nothing else', async () => {
    const response = await call(open, '?topic=a&topic=b&limit=7');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ slug: 'surabaya', topic: ['a', 'b'], limit: 7, language: 'en' });
  });

  it('answers 304 to every form in which its tag can come back, and 200 to any other tag', async () => {
    const first = await call(open, '');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    for (const given of [tag, tag.slice(2), '*', `"other", ${tag}`, `${tag},"other"`]) {
      const again = await call(open, '', { headers: { 'if-none-match': given } });
      expect(again.status, given).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(tag);
      expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
    for (const given of ['"other"', 'W/"other"', '', tag.replaceAll('"', ''), `${tag.slice(0, -2)}"`]) {
      expect((await call(open, '', { headers: { 'if-none-match': given } })).status, given).toBe(200);
    }
    expect((await call(open, '?lang=id')).headers.get('etag')).not.toBe(tag);
  });

  it('sends the same headers and no body to HEAD', async () => {
    const [get, head] = [await call(open, ''), await call(open, '', { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect((await call(open, '', { method: 'HEAD', slug: 'gone' })).status).toBe(404);
  });

  it('lets other sites read public records, without cookies', async () => {
    const preflight = await call(open, '', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    for (const response of [preflight, await call(open, ''), await call(open, '?limit=0')]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    }
  });

  it('keeps what is not public out of caches and away from other sites', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'] as const) {
      const response = await call(closed, '', { method });
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.has('etag')).toBe(false);
      if (method !== 'OPTIONS') expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('any query at all', () => {
  const name = fc.oneof(fc.constantFrom('limit', 'topic', 'lang', 'slug', '__proto__'), fc.string());
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('0', '1e9', '5', 'en', 'NaN'),
  );
  const broken = fc.constantFrom('%', '%ff', '%ed%a0%80', '%00', '&&', '=', '%zz', '+', '#');

  it('is answered with 200 or a problem that names each parameter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value)), fc.array(broken), async (pairs, tail) => {
        const query = pairs.map(([key, text]) => `${encode(key)}=${encode(text)}`).join('&');
        const response = await call(open, `?${query}${tail.join('')}`);
        const body = await response.json();
        expect([200, 400]).toContain(response.status);
        if (response.status === 400) expect(body.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  function encode(text: string): string {
    return encodeURIComponent(text.toWellFormed());
  }
});
