import { beforeAll, describe, expect, it } from 'vitest';
import { siteUrl } from '#tests/support/server.ts';
import { ask } from './ask.ts';

let base: string;
beforeAll(async () => {
  base = await siteUrl();
});

type Item = { id?: string; slug?: string; city?: { country: string }; topics?: string[] };

/** Every page of a list, in order; stops where a list would not end. */
async function walk(target: string): Promise<{ pages: Item[][]; total: number }> {
  const pages: Item[][] = [];
  let cursor: string | null = '';
  let total = 0;
  while (cursor !== null && pages.length < 100) {
    const page: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(base, `/api/v1/${target}${page}`);
    expect(answer.status, answer.text).toBe(200);
    const body = JSON.parse(answer.text);
    pages.push(body.items);
    total = body.total;
    cursor = body.next;
  }
  return { pages, total };
}

describe('a walk from page to page', () => {
  it.each([
    'practices?limit=7',
    'practices?limit=7&country=ID&country=PH',
    'practices?limit=3&topic=solid-waste',
    'practices?limit=7&pillar=socio-cultural&sdg=11&sdg=13',
    'practices?limit=5&q=waste',
    'practices?limit=5&q=flood&country=ID&country=VN&country=TH',
    'needs?limit=6',
    'needs?limit=4&country=ID',
    'needs?limit=5&q=flood',
    'cities?limit=11',
    'cities?limit=4&country=MY&coast=coastal',
    'cities?limit=2&q=kota',
  ])('of /%s meets every record exactly once', async (target) => {
    const { pages, total } = await walk(target);
    const limit = Number(/limit=(\d+)/.exec(target)?.[1]);
    const names = pages.flat().map((item) => item.id ?? item.slug);
    expect(names.length).toBe(total);
    expect(new Set(names).size).toBe(total);
    expect(total).toBeGreaterThan(0);
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    expect(pages.at(-1)?.length).toBeGreaterThan(0);
  });

  it('keeps to the filters on every page', async () => {
    const { pages } = await walk('practices?limit=2&q=waste&country=PH&topic=solid-waste');
    expect(pages.flat().length).toBeGreaterThan(0);
    for (const item of pages.flat()) {
      expect(item.city?.country).toBe('PH');
      expect(item.topics).toContain('solid-waste');
    }
  });

  it('beyond the last page is empty, not an error', async () => {
    const cursor = Buffer.from('o9999999').toString('base64url');
    const answer = await ask(base, `/api/v1/practices?cursor=${cursor}`);
    expect(JSON.parse(answer.text)).toMatchObject({ items: [], next: null, total: 160 });
  });
});
