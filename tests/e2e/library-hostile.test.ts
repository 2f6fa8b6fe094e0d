import { describe, expect, it } from 'vitest';
import { siteUrl } from '#tests/support/server.ts';

const HOSTILE: [string, string][] = [
  ['10,000 characters', 'ก'.repeat(3000) + 'flood '.repeat(1000)],
  ['only punctuation', '!!! ??? … --- (((('],
  ['emoji', '🌊🌊🏙️👩‍🚒'],
  ['zero-width characters', '\u200b\u200d\ufeff\u2060'],
  ['SQL', "'; drop table practice; --"],
  ['a tsquery', 'flood & !waste | (heat:*'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a replacement for a lone surrogate', 'flo\ufffdod'],
  ['NUL', 'flo\u0000od'],
];
const PATHS = ['/practices', '/needs', '/search'];

const get = async (path: string) => fetch(`${await siteUrl()}${path}`, { redirect: 'manual' });

describe.each(PATHS)('%s', (path) => {
  it.each(HOSTILE)(
    'answers words that are %s with a page, and never runs or breaks them',
    async (_name, words) => {
      const response = await get(`${path}?${new URLSearchParams({ q: words })}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain('</html>');
      expect(html).not.toContain('<script>alert(1)');
      expect(html).not.toContain('<img src=x');
    },
  );

  it.each(['x', 'ข', '🌊'])(
    'cuts ten thousand letters %s to what can be looked for, and says so',
    async (letter) => {
      const page = async (q: string) => (await get(`${path}?${new URLSearchParams({ q })}`)).text();
      const [short, long] = [await page('xqz'), await page(letter.repeat(10_000 / letter.length))];
      expect(long).toContain(`value="${letter.repeat(500 / letter.length)}"`);
      expect(long).not.toContain(letter.repeat(502 / letter.length));
      expect(long).toContain('A search can have 500 characters at most');
      // A word of 500 letters stands in the box, in links, and in what Next repeats for scripts.
      expect(long.length - short.length).toBeLessThan(40_000);
    },
  );

  it('answers bytes that are no text with a page', async () => {
    expect((await get(`${path}?q=%ff%fe%00%ed%a0%80`)).status).toBeLessThan(500);
  });
});

describe('a wrong address', () => {
  it.each([
    '/practices?country=XX',
    '/practices?sdg=99&sdg=11',
    '/practices?topic=nonsense&topic=heat',
    '/practices?year=1066',
    '/practices?evidence=sworn',
    '/practices?cursor=bogus',
    '/practices?city=atlantis',
    '/practices?pillar=0',
    '/needs?commitment=7',
    '/needs?country=USA',
  ])('%s is answered, and says what was left out', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect((await response.text()).includes('could not be used and was left out')).toBe(true);
  });

  const countIn = (html: string) => /\d+ practices/.exec(html)?.[0];
  it.each(['limit=0', 'limit=-1', 'limit=1e9', 'limit=abc', 'q=', 'topic=', 'cursor=', 'utm_source=x'])(
    '"%s" changes nothing',
    async (query) => {
      const response = await get(`/practices?${query}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(countIn(html)).toMatch(/^\d{3,} practices$/);
      expect(countIn(html)).toBe(countIn(await (await get('/practices')).text()));
      expect(html.includes('was left out')).toBe(false);
    },
  );

  it.each([
    '/practices/nonsense',
    '/practices/%E0%B8%81',
    `/practices/${'x'.repeat(400)}`,
    '/practices/%27%3B%20drop',
    '/needs/nonsense',
    '/topics/nonsense',
    '/corrections/new',
    '/corrections/new?kind=practice&id=nonsense',
    '/corrections/new?kind=table&id=surabaya-3r-kampung',
    '/corrections/thanks?kind=city&id=atlantis',
  ])('%s is not found', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    // Readable before any script has run.
    expect(/<h1[^>]*>([^<]*)/.exec(await response.text())?.[1]).toMatch(/ not here/);
  });
});
