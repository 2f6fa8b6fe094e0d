import { beforeAll, describe, expect, it } from 'vitest';
import { siteUrl } from '#tests/support/server.ts';
import { ask as askSite, expectProblem, type Question, THROUGH_PROXY } from './ask.ts';
import { lists, oneRecord, rows, targetOf } from './targets.ts';

let base: string;
beforeAll(async () => {
  base = await siteUrl();
});
const ask = (target: string, question?: Question) => askSite(base, target, question);

describe('what is not there', () => {
  const names = [
    'nowhere',
    'a'.repeat(500),
    '%F0%9F%8F%99',
    '%E2%80%8B',
    "x'%20OR%20'1'='1",
    '%3Cscript%3E',
    '..%2F',
  ];
  it.each(oneRecord.map((row) => [row.operationId, row] as const))(
    'is not found by %s, whatever the name',
    async (_, row) => {
      for (const name of names) {
        const problem = expectProblem(await ask(targetOf(row, '', name)), 404);
        expect(problem).toMatchObject({ code: 'not-found', errors: [] });
      }
    },
  );

  it.each([
    '/api',
    '/api/v1',
    '/api/v2/cities',
    '/api/v1/cities/surabaya/x',
    '/api/v1/openapi',
    '/api/v1/%00x',
  ])('answers %s as problem JSON', async (target) => {
    const answer = await ask(target);
    expectProblem(answer, target.includes('%00') ? 400 : 404);
  });

  it('is refused in Indonesian to who reads Indonesian', async () => {
    const english = expectProblem(await ask('/api/v1/cities/nowhere'), 404);
    const indonesian = expectProblem(await ask('/api/v1/cities/nowhere?lang=id'), 404);
    const accepted = await ask('/api/v1/cities/nowhere', {
      headers: { 'accept-language': 'id-ID,en;q=0.5' },
    });
    expect(indonesian.title).not.toBe(english.title);
    expect(expectProblem(accepted, 404).title).toBe(indonesian.title);
    expect(accepted.headers['content-language']).toBe('id');
    expect(accepted.headers.vary).toMatch(/accept-language/i);
  });
});

describe('an address in another spelling', () => {
  it.each([
    ['/api/v1/cities/Bandung', 404],
    ['/api/v1/cities/bandung%2F', 404],
    ['/api/v1/cities/bandung%2Fmatches', 404],
    ['/api/v1/cities/bandung.', 404],
    ['/api/v1/Cities', 404],
    ['/api/v1/cities/bandung/', 308],
    ['/cities/bandung/', 308],
    ['/cities/Bandung', 308],
    ['/cities/BANDUNG?lang=id', 308],
    ['/practices/Surabaya-3R-Kampung', 308],
    ['/topics/Solid-Waste', 308],
    ['/cities/bandung%2F', 404],
    ['/cities/bandung.', 404],
    ['/Cities', 404],
  ])('%s is answered with %i', async (target, status) => {
    const answer = await ask(target);
    expect(answer.status).toBe(status);
    if (status === 308) expect(answer.headers.location).toBe(target.replace(/\/$/, '').toLowerCase());
  });
});

describe('values that cannot be used', () => {
  it.each(lists.map((row) => [row.operationId, row] as const))(
    '%s refuses a limit that is none',
    async (_, row) => {
      for (const limit of ['0', '-1', '1e9', 'abc', '', '2.5', 'Infinity', '101', '٣', '0x', '5%00;']) {
        const problem = expectProblem(await ask(targetOf(row, `limit=${encodeURIComponent(limit)}`)), 400);
        expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/limit' })]);
      }
    },
  );

  it.each([
    ['practices?topic=nowhere', '/topic', 'unknown-value'],
    ['practices?topic=solid-waste&topic=nowhere', '/topic/1', 'unknown-value'],
    ['practices?topic=', '/topic', 'unknown-value'],
    ['practices?country=XX', '/country', 'unknown-value'],
    ['practices?country=ID&country=id', '/country/1', 'unknown-value'],
    ['practices?sdg=0', '/sdg', 'too-small'],
    ['practices?sdg=18', '/sdg', 'too-big'],
    ['practices?sdg=clean', '/sdg', 'wrong-type'],
    ['practices?pillar=social', '/pillar', 'unknown-value'],
    ['practices?evidence=good', '/evidence', 'unknown-value'],
    ['practices?city=nowhere', '/city', 'unknown-value'],
    ['practices?cursor=nonsense', '/cursor', 'wrong-value'],
    ['practices?cursor=LTE', '/cursor', 'wrong-value'],
    ['practices?cursor=bzIw!', '/cursor', 'wrong-value'],
    ['practices?cursor=bzIw%3D', '/cursor', 'wrong-value'],
    ['practices?cursor=bzAyMA', '/cursor', 'wrong-value'],
    ['practices?lang=fr', '/lang', 'unknown-value'],
    ['practices?lang=th', '/lang', 'unknown-value'],
    ['practices?lang=EN', '/lang', 'unknown-value'],
    ['practices?lang=', '/lang', 'unknown-value'],
    ['practices?lang=en&lang=id', '/lang', 'repeated'],
    ['practices?q=waste&q=water', '/q', 'repeated'],
    ['practices?qq=waste', '/qq', 'unknown-field'],
    ['cities?kind=village', '/kind', 'unknown-value'],
    ['cities?topic=nowhere', '/topic', 'unknown-value'],
    ['needs?city=nowhere', '/city', 'unknown-value'],
    ['needs?topic=nowhere', '/topic', 'unknown-value'],
    ['search', '/q', 'required'],
    ['search?q=', '/q', 'required'],
    ['search?q=%20+%E3%80%80', '/q', 'required'],
    ['practices?q=%20', '/q', 'required'],
    ['practices?q=', '/q', 'required'],
    ['needs?q=+', '/q', 'required'],
    ['cities?q=%E3%80%80', '/q', 'required'],
    ['search?q=waste&kind=person', '/kind', 'unknown-value'],
    ['topics?limit=5', '/limit', 'unknown-field'],
    ['cities/surabaya?slug=jakarta', '/slug', 'unknown-field'],
    ['cities/surabaya/matches?mode=marry', '/mode', 'unknown-value'],
    ['cities/surabaya/matches?mode=exchange&mode=learn-from', '/mode', 'repeated'],
    ['cities/surabaya/matches?country=XX', '/country', 'unknown-value'],
  ])('/%s is refused and the parameter named', async (target, pointer, code) => {
    const problem = expectProblem(await ask(`/api/v1/${target}`), 400);
    expect(problem.code).toBe('invalid');
    expect(problem.errors).toEqual([
      expect.objectContaining({ pointer, code, detail: expect.stringMatching(/\.$/) }),
    ]);
  });

  it('names every wrong value of a request at once', async () => {
    const problem = expectProblem(await ask('/api/v1/practices?limit=0&sdg=99&country=XX'), 400);
    expect(problem.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/country',
      '/limit',
      '/sdg',
    ]);
  });
});

describe('methods and bodies', () => {
  it.each(rows.map((row) => [row.operationId, row] as const))('%s can only be read', async (_, row) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await ask(targetOf(row), {
        method,
        headers: { 'content-type': 'text/xml' },
        body: '<a/>',
      });
      expect(expectProblem(answer, 405).code).toBe('method-not-allowed');
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('the state of health can only be read, too', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask('/api/health', { method, body: '{}' });
      expectProblem(answer, 405);
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
    }
    expect((await ask('/api/health', { method: 'HEAD' })).status).toBe(200);
  });

  it('does not mind a content type or a body where none is needed', async () => {
    const headers = { 'content-type': 'application/x-nonsense', accept: 'image/png' };
    expect((await ask('/api/v1/topics', { headers, body: '{{{' })).status).toBe(200);
  });
});

describe('what the server refuses before any route', () => {
  it.each([
    ['bad-request', 400, '/api/v1/cities/%ff', {}],
    ['bad-request', 400, '/api/v1/cities/%ED%A0%80', {}],
    ['too-long', 414, `/api/v1/practices?q=${'x'.repeat(110_000)}`, {}],
    [
      'length-required',
      411,
      '/api/v1/cities',
      { method: 'POST', headers: { 'transfer-encoding': 'chunked' } },
    ],
  ])('is a problem as the document has it: %s', async (code, status, target, question) => {
    expect(expectProblem(await ask(target, question), status).code).toBe(code);
  });
});

describe('pairs of cities', () => {
  const matches = '/api/v1/cities/surabaya/matches';

  it('are not there for whoever does not sit at this very computer', async () => {
    for (const headers of [THROUGH_PROXY, { via: '1.1 proxy' }, { host: 'saling.example.org' }]) {
      for (const target of [matches, `${matches}?mode=learn-from`, '/api/v1/cities/nowhere/matches']) {
        expectProblem(await ask(target, { headers }), 404);
      }
    }
  });

  it('look, to them, exactly like a city that does not exist', async () => {
    const [there, nowhere] = await Promise.all(
      ['surabaya', 'nowhere'].map((slug) =>
        ask(`/api/v1/cities/${slug}/matches`, { headers: THROUGH_PROXY }).then((one) =>
          expectProblem(one, 404),
        ),
      ),
    );
    expect({ ...there, instance: '' }).toEqual({ ...nowhere, instance: '' });
  });

  it('cannot be opened by a header that says so', async () => {
    const headers = { ...THROUGH_PROXY, 'x-saling-direct': '1' };
    expectProblem(await ask(matches, { headers }), 404);
  });

  it('are never offered to other sites', async () => {
    for (const method of ['GET', 'OPTIONS', 'HEAD', 'POST']) {
      const answer = await ask(matches, { method, headers: { origin: 'https://example.org' } });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
