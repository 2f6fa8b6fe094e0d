import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readRefusal } from '#lib/platform/form-refusal/contract.ts';
import { ask } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { siteStaff } from '#tests/support/site-people.ts';
import { readForm, Visitor } from '#tests/support/visitor.ts';

const base = await siteUrl();
const MATCHES = '/api/v1/cities/bandung/matches?mode=exchange';

describe('a request is refused before it reaches a page', () => {
  it.each([
    ['an absolute target', { target: 'http://169.254.169.254/latest' }, 400],
    ['a target that is no path', { target: '*' }, 400],
    ['a broken escape', { target: '/cities/%ff%fe' }, 400],
    ['half an escape', { target: '/cities/%' }, 400],
    ['a null byte', { target: '/cities/a%00b' }, 400],
    ['a host that is none', { headers: { host: 'a b' } }, 400],
    ['a target that is too long', { target: `/practices?q=${'x'.repeat(110_000)}` }, 414],
    ['a method that no page knows', { method: 'DELETE' }, 405],
    ['a body that is too large', { method: 'POST', body: Buffer.alloc(70_000) }, 413],
    [
      'a body of unknown length',
      { method: 'POST', headers: { 'transfer-encoding': 'chunked' }, body: 'x' },
      411,
    ],
  ])('with %s', async (_name, question, status) => {
    const answer = await ask(base, question).catch((error: NodeJS.ErrnoException) => error.code);
    // A server that closes on a body that it did not read may be quicker than its answer.
    if (status === 413 && typeof answer === 'string') expect(['ECONNRESET', 'EPIPE']).toContain(answer);
    else expect(answer).toMatchObject({ status });
  });

  it('with a page that says where it is a trial copy, and elsewhere does not', async () => {
    const refused = (headers: Record<string, string>) => ask(base, { target: '/cities/%ff', headers });
    expect((await refused({ 'accept-language': 'id' })).body).toContain('Salinan percobaan di komputer ini.');
    for (const headers of [{ 'x-forwarded-for': '10.0.0.1' }, { host: 'saling.example' }]) {
      expect((await refused(headers)).body).not.toContain('Trial copy');
    }
  });

  it('with words alone where scripts of a form sent too much, which are read away to the end', async () => {
    const answer = await ask(base, {
      target: '/corrections/new',
      method: 'POST',
      headers: { 'next-action': 'a'.repeat(42), 'accept-language': 'id' },
      body: Buffer.alloc(1_000_000, 'a'),
    });
    expect([answer.status, answer.headers['content-type']]).toEqual([413, 'text/plain']);
    expect(readRefusal(new Error(answer.body))?.detail).toContain('Paling banyak 64 kilobita');
  });

  it('with problem JSON below /api, in the reader’s language', async () => {
    const answer = await ask(base, {
      target: '/api/v1/cities/%ff',
      headers: { 'accept-language': 'id' },
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['content-language']).toBe('id');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it.each([
    '//evil.example/',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5c',
    '/.git/config',
    '/cities/../../x',
    '/%F0%9F%8C%8A',
  ])('and %s finds nothing, without harm', async (target) => {
    const { status, headers } = await ask(base, { target });
    expect([400, 404, 308]).toContain(status);
    if (status === 308) expect(headers.location).toMatch(/^\/(?!\/)/);
  });
});

describe('a step up in an address', () => {
  it.each([
    '/cities/%2e%2e',
    '/cities/%2E./',
    '/practices/.',
    '/needs/..',
    '/topics/%2e',
    '/cities/bandung/..',
    '/cities/bandung/%2e%2e?lang=id',
    '/..',
  ])('leads to no other page: %s', async (target) => {
    const answer = await ask(base, { target });
    // An address that ends with a slash is told the one without.
    const { status, headers } =
      answer.status === 308 ? await ask(base, { target: String(answer.headers.location) }) : answer;
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
  });

  it('is no record of the API', async () => {
    const { status, body } = await ask(base, { target: '/api/v1/cities/%2e%2e' });
    expect([status, JSON.parse(body).status]).toEqual([404, 404]);
  });
});

describe('what is sent to a page that is read only', () => {
  const boundary = 'between';
  const field = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n--${boundary}--\r\n`;
  const multipart = `multipart/form-data; boundary=${boundary}`;

  it.each([
    ['nothing', undefined, ''],
    ['JSON', 'application/json', '{}'],
    ['fields of a form in an address', 'application/x-www-form-urlencoded', 'q=waste'],
    ['a text', 'text/plain', field('$ACTION_ID_x')],
    ['a form that is none of ours', multipart, field('q')],
    ['a form without a field', multipart, ''],
  ])('is refused when it is %s', async (_what, type, body) => {
    for (const target of ['/cities', '/practices?q=waste', '/', '/nowhere']) {
      const headers = {
        ...(type === undefined ? {} : { 'content-type': type }),
        'content-length': String(Buffer.byteLength(body)),
        'accept-language': 'id',
      };
      const answer = await ask(base, { method: 'POST', target, headers, body });
      expect(answer.status, target).toBe(405);
      expect(answer.headers).toMatchObject({ allow: 'GET, HEAD', 'content-language': 'id' });
      expect(answer.body).toContain(`href="${target}"`);
      expect(answer.body).toContain('Tidak ada yang diubah');
    }
  });

  it('is read whole when it is a form of a page, however slowly it comes', async () => {
    const visitor = new Visitor(base);
    const page = '/corrections/new?kind=city&id=surabaya';
    const typed = { message: 'The year is 2013.', email: 'no address' };
    const form = readForm((await visitor.ask(page)).html, 'name="message"', typed);
    const whole = new Response(form);
    const body = Buffer.from(await whole.arrayBuffer());
    const headers = {
      'content-type': whole.headers.get('content-type') ?? '',
      'content-length': String(body.length),
    };
    const answer = await askSlowly(base, page, headers, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('The year is 2013.');
    expect(answer.body).toContain('aria-invalid');
  });
});

/** Sends a body in small pieces, each in a turn of its own. */
function askSlowly(
  site: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, site), { method: 'POST', headers, agent: false }, (response) => {
      text(response).then((said) => resolve({ status: response.statusCode ?? 0, body: said }), reject);
    });
    sent.once('error', reject);
    sent.setNoDelay(true);
    const next = (from: number): void => {
      if (from >= body.length) sent.end();
      else sent.write(body.subarray(from, from + 100), () => setImmediate(next, from + 100));
    };
    next(0);
  });
}

describe('matches answer to the city’s own people only', () => {
  it('with a token of theirs, or on a page in a session', async () => {
    const { bearer, session } = await siteStaff('bandung');
    const headers = { authorization: `Bearer ${bearer}` };
    expect((await ask(base, { target: MATCHES, headers })).status).toBe(200);
    const cookie = { cookie: `saling-session=${session}` };
    expect((await ask(base, { target: '/cities/bandung/matches', headers: cookie })).status).toBe(200);
    expect((await ask(base, { target: MATCHES, headers: cookie })).status).toBe(404);
  });

  it('not with a token that is none, which is said', async () => {
    for (const authorization of ['Bearer xyz', 'Bearer ', 'Basic eDp5', `Bearer ${'a'.repeat(43)}`]) {
      const answer = await ask(base, { target: MATCHES, headers: { authorization } });
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, 'not-signed-in']);
    }
  });

  it('not to a visitor of this machine', async () => {
    expect((await ask(base, { target: MATCHES })).status).toBe(404);
  });

  it.each([
    ['x-forwarded-for', '10.0.0.1'],
    ['forwarded', 'for=10.0.0.1'],
    ['via', '1.1 proxy'],
    ['x-real-ip', '10.0.0.1'],
    ['x-cluster-client-ip', '10.0.0.1'],
    ['cdn-loop', 'example'],
    ['host', 'saling.example.org'],
  ])('not behind %s', async (name, value) => {
    for (const target of [MATCHES, '/cities/bandung/matches']) {
      expect((await ask(base, { target, headers: { [name]: value } })).status).toBe(404);
    }
  });

  it('not for somebody who claims to be direct', async () => {
    const headers = { 'x-saling-direct': '1', 'x-forwarded-for': '10.0.0.1' };
    expect((await ask(base, { target: MATCHES, headers })).status).toBe(404);
  });
});

describe('every answer', () => {
  it('carries what browsers need to know, with a new nonce each time', async () => {
    const [first, second] = [await ask(base), await ask(base)];
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe-');
    expect(second.headers['content-security-policy']).not.toBe(policy);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
    expect(first.headers['x-powered-by']).toBeUndefined();
  });

  it('has a number of its own, also when the client sends one', async () => {
    const { headers } = await ask(base, { headers: { 'x-request-id': 'mine' } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that it depends on language and cookies', async () => {
    const vary = String((await ask(base)).headers.vary).toLowerCase();
    expect(vary).toContain('accept-language');
    expect(vary).toContain('cookie');
  });
});

describe('the language of a page', () => {
  const languageOf = async (question: Parameters<typeof ask>[1]) =>
    /<html[^>]* lang="(\w+)"/.exec((await ask(base, question)).body)?.[1];

  it('is English where nothing is asked', async () => {
    expect(await languageOf({})).toBe('en');
  });

  it('follows the browser, then the cookie, then the address', async () => {
    const browser = { 'accept-language': 'fr, id;q=0.8, en;q=0.5' };
    expect(await languageOf({ headers: browser })).toBe('id');
    expect(await languageOf({ headers: { ...browser, cookie: 'lang=en' } })).toBe('en');
    expect(await languageOf({ target: '/?lang=id', headers: { cookie: 'lang=en' } })).toBe('id');
  });

  it('is remembered when the address names it, and an unknown one is not', async () => {
    expect(String((await ask(base, { target: '/?lang=id' })).headers['set-cookie'])).toMatch(/^lang=id;/);
    const unknown = await ask(base, { target: '/?lang=xx' });
    expect(unknown.status).toBe(200);
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });
});

it('says how it is', async () => {
  const answer = await ask(base, { target: '/api/health' });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: { engine: 'embedded-postgresql', ok: true },
    search: { engine: 'postgres', ok: true, documents: 462 },
    realtime: { ok: true },
  });
});
