import { beforeAll, describe, expect, it } from 'vitest';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { acceptExchange } from '#lib/exchanges/commands/moves.ts';
import { newId } from '#lib/platform/ids.ts';
import { signIn } from '#tests/support/people.ts';
import { siteUrl } from '#tests/support/server.ts';
import { atSite } from '#tests/support/site-people.ts';
import { readPdf } from './reading.ts';

type Who = 'asking' | 'asked' | 'staff' | 'third' | 'officer' | 'observer' | 'visitor';
let base: string;
let exchangeId: string;
const sessions = { visitor: '' } as Record<Who, string>;

beforeAll(async () => {
  base = await siteUrl();
  await atSite(async () => {
    const asking = await signIn({ city: 'khon-kaen' }, 'focal-point');
    const asked = await signIn({ city: 'kampot' }, 'head-of-office');
    Object.assign(sessions, {
      asking: asking.token,
      asked: asked.token,
      staff: (await signIn({ city: 'kampot' }, 'staff')).token,
      third: (await signIn({ city: 'hue' }, 'focal-point')).token,
      officer: (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).token,
      observer: (await signIn({ body: 'observer' }, 'observer')).token,
    });
    const asks = { citySlug: 'khon-kaen', otherSlug: 'kampot', size: 'talk', question: 'How?' } as const;
    exchangeId = (await askExchange(asking.context, newId(), asks)).id;
    await acceptExchange(asked.context, newId(), { exchangeId });
  });
});

const get = (path: string, who: Who, headers: Record<string, string> = {}) =>
  fetch(`${base}${path}`, {
    redirect: 'manual',
    headers: { ...(sessions[who] && { cookie: `saling-session=${sessions[who]}` }), ...headers },
  });
const brief = () => `/exchanges/${exchangeId}/brief`;

describe('page and PDF', () => {
  it.each(['third', 'officer', 'observer'] as const)('are not there for %s', async (who) => {
    expect((await get(brief(), who)).status).toBe(404);
    const pdf = await get(`${brief()}.pdf`, who);
    expect([pdf.status, await pdf.json()]).toMatchObject([404, { code: 'not-found' }]);
  });

  it('are not there for a visitor, who is led to sign-in from the page', async () => {
    const page = await get(brief(), 'visitor');
    expect([page.status, page.headers.get('location')]).toEqual([
      307,
      `/sign-in?to=${encodeURIComponent(brief())}`,
    ]);
    expect((await get(`${brief()}.pdf`, 'visitor')).status).toBe(404);
  });

  it('are not there under an address that is none, and say so in the reader’s language', async () => {
    for (const id of ['x', newId(), `${exchangeId}%00`, '..%2f..']) {
      expect((await get(`/exchanges/${id}/brief`, 'asking')).status).toBeOneOf([400, 404]);
      const pdf = await get(`/exchanges/${id}/brief.pdf?lang=id`, 'asking');
      expect(pdf.status).toBeOneOf([400, 404]);
    }
    const pdf = await get(`/exchanges/x/brief.pdf?lang=id`, 'asking');
    expect(pdf.headers.get('content-language')).toBe('id');
  });

  it.each(['asking', 'asked', 'staff'] as const)('are there for %s, about the other city', async (who) => {
    const other = who === 'asking' ? 'Kampot' : 'Khon Kaen';
    const page = await get(brief(), who);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<h1 id="paper-title">${other}`);
    const pdf = await get(`${brief()}.pdf`, who);
    expect(pdf.status).toBe(200);
    expect(Object.fromEntries(pdf.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''brief%20${encodeURIComponent(other)}.pdf`,
    });
    const read = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(read.text).toContain(other);
    expect(read.text.replace(/\s+/g, '')).toContain(`${base}/exchanges/${exchangeId}`);
  });

  it('speak Indonesian to who reads it', async () => {
    const pdf = await get(`${brief()}.pdf?lang=id`, 'asking');
    const read = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(read.info).toMatchObject({ Language: 'id', Title: 'Kampot: ringkasan untuk Khon Kaen' });
  });
});

it('answers fifty who ask at once with the paper or with when to ask again', async () => {
  const asked = await Promise.all(Array.from({ length: 50 }, () => get(`${brief()}.pdf`, 'asking')));
  for (const answer of asked) {
    expect(answer.status).toBeOneOf([200, 503]);
    if (answer.status === 200) continue;
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({
      code: 'paper-busy',
      detail: expect.stringContaining(brief()),
    });
  }
  expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect((await get('/api/health', 'visitor')).status).toBe(200);
});
