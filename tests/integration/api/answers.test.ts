import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '#app/api/openapi/document.ts';
import { stateFact } from '#lib/facts/commands/writing.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import { signIn } from '#tests/support/people.ts';
import { siteUrl } from '#tests/support/server.ts';
import { atSite, siteStaff } from '#tests/support/site-people.ts';
import { ask as askSite, type Question } from './ask.ts';
import { publicRows, rows, targetOf } from './targets.ts';

let base: string;
let bearer: string;
beforeAll(async () => {
  base = await siteUrl();
  ({ bearer } = await siteStaff('surabaya'));
});
/** What is not public is asked with the token of somebody from that city. */
const ask = (target: string, question: Question = {}) => {
  const own = target.includes('/matches') ? { authorization: `Bearer ${bearer}` } : {};
  return askSite(base, target, { ...question, headers: { ...own, ...question.headers } });
};
async function read(target: string) {
  const answer = await ask(target);
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text);
}

describe('the document', () => {
  it('is served as it is made, and is valid', async () => {
    const served = await read('/api/v1/openapi.json');
    expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    expect(await new Validator().validate(served)).toMatchObject({ valid: true });
  });

  it.each(rows.map((row) => [row.operationId, row] as const))(
    'describes what %s really answers, in both languages',
    async (_, row) => {
      const document = JSON.parse(JSON.stringify(openApiDocument()));
      const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(document, 'api');
      const operation = document.paths[row.path].get;
      const { $ref } = operation.responses[200].content['application/json'].schema;
      const matches = ajv.getSchema(`api${$ref}`);
      expect(matches?.({})).toBe(false);
      for (const language of INTERFACE_LANGUAGES) {
        const body = await read(targetOf(row, `lang=${language}`));
        expect(matches?.(body), JSON.stringify(matches?.errors)).toBe(true);
        // Nothing leaves that the schema does not name.
        expect(row.answer.parse(body)).toEqual(body);
      }
    },
  );
});

describe('answers', () => {
  it.each(publicRows.map((row) => [row.operationId, row] as const))(
    '%s can be asked again for nothing when nothing has changed',
    async (_, row) => {
      const first = await ask(targetOf(row));
      const { etag = '' } = first.headers;
      const again = await ask(targetOf(row), { headers: { 'if-none-match': etag } });
      expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
      const other = await ask(targetOf(row), { headers: { 'if-none-match': 'W/"other"' } });
      expect([other.status, other.text]).toEqual([200, first.text]);
    },
  );

  it.each(publicRows.map((row) => [row.operationId, row] as const))(
    '%s may be read by other sites, without cookies',
    async (_, row) => {
      const headers = { origin: 'https://example.org', 'access-control-request-method': 'GET' };
      const preflight = await ask(targetOf(row), { method: 'OPTIONS', headers });
      expect(preflight.status).toBe(204);
      expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
      const answer = await ask(targetOf(row), { headers });
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it('to HEAD have the headers of GET and no body', async () => {
    for (const row of rows) {
      const [get, head] = [await ask(targetOf(row)), await ask(targetOf(row), { method: 'HEAD' })];
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers.etag).toBe(get.headers.etag);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
  });

  it('hold the sample data', async () => {
    expect((await read('/api/v1/topics')).items).toHaveLength(46);
    expect((await read('/api/v1/cities')).total).toBe(129);
    expect((await read('/api/v1/practices')).total).toBe(160);
    expect((await read('/api/v1/needs')).total).toBe(127);
  });

  it('come in Indonesian where there is a translation, and say that nobody has checked it', async () => {
    const english = await read('/api/v1/practices/surabaya-3r-kampung');
    const indonesian = await read('/api/v1/practices/surabaya-3r-kampung?lang=id');
    expect(english.title).toMatchObject({ language: 'en', isUncheckedTranslation: false });
    expect(indonesian.title).toMatchObject({ language: 'id', isUncheckedTranslation: true });
    expect(indonesian.title.text).not.toBe(english.title.text);
    expect(indonesian.source).toEqual(english.source);
  });

  it('find a practice that is written in English by a question in Thai', async () => {
    const { items, topics } = await read(`/api/v1/search?q=${encodeURIComponent('ขยะมูลฝอย')}&limit=50`);
    expect(topics.map((topic: { code: string }) => topic.code)).toContain('solid-waste');
    expect(items.map((hit: { kind: string }) => hit.kind)).toContain('practice');
  });

  it('mark the searched words, and only in answers to a search', async () => {
    const found = await read('/api/v1/practices?q=compost&limit=5');
    const plain = await read('/api/v1/practices?limit=5');
    const marked = found.items.flatMap((item: { highlights: { title: object[]; summary: object[] } }) => [
      ...item.highlights.title,
      ...item.highlights.summary,
    ]);
    expect(marked.some((piece: { isMatch: boolean }) => piece.isMatch)).toBe(true);
    expect(plain.items.every((item: { highlights: unknown }) => item.highlights === null)).toBe(true);
  });
});

it('a city states a fact: its record says so with year, source and origin, and what was compiled stays', async () => {
  const own = await atSite(async () => (await signIn({ city: 'makassar' }, 'focal-point')).context);
  const before = await read('/api/v1/cities/makassar');
  await atSite(async () => {
    const facts = await listOwnFacts(own, { citySlug: 'makassar' });
    const version = facts.find(({ key }) => key === 'waste')?.version ?? 0;
    const content = { value: ['1.043,5'], year: '2024', sourceTitle: 'Dinas LH', sourceUrl: '' };
    await stateFact(own, newId(), { citySlug: 'makassar', key: 'waste', version, content });
  });
  const { facts } = await read('/api/v1/cities/makassar');
  expect(facts.find(({ key }: { key: string }) => key === 'waste')).toEqual({
    key: 'waste',
    value: 1043.5,
    unit: 'tonnes-a-day',
    year: 2024,
    source: { title: 'Dinas LH', url: null },
    origin: 'city',
    confirmedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  const compiled = before.facts.find(({ key }: { key: string }) => key === 'population');
  expect(compiled).toMatchObject({ origin: 'compiled', source: { title: expect.any(String) } });
  expect(facts).toContainEqual(compiled);
});

describe('matches, for the city’s own people', () => {
  it.each(['exchange', 'learn-from'])('name the other side and its reasons (%s)', async (mode) => {
    const answer = await ask(`/api/v1/cities/surabaya/matches?mode=${mode}&limit=5`);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.etag).toBeUndefined();
    const { items, next } = JSON.parse(answer.text);
    expect(next).toBeNull();
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(5);
    for (const { city } of items) {
      expect(city).toMatchObject({
        slug: expect.any(String),
        name: expect.any(String),
        country: expect.any(String),
      });
      expect(city.slug).not.toBe('surabaya');
    }
  });
});
