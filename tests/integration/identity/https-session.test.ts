import { createServer } from 'node:net';
import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';
import { productionSite } from '#tests/support/production.ts';
import { ask } from '#tests/support/raw-request.ts';

// A server whose readers come over https. What ends it stands in front; here the server is asked straight.
const { url } = await testDatabase({ seeded: true });
const port = await freePort();
await productionSite(url, { SALING_URL: 'https://saling.example.org', PORT: String(port) });
const base = `http://127.0.0.1:${port}`;
const { token } = await signIn({ city: 'bandung' }, 'focal-point');
const host = 'saling.example.org';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function watches(cookie: string): Promise<unknown> {
  const socket = io(base, {
    path: '/realtime',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  try {
    return await socket.timeout(10_000).emitWithAck('match.watch', { slug: 'bandung' });
  } finally {
    socket.close();
  }
}

describe('over https, a session', () => {
  it('under the plain name, which a neighbour can plant, counts for nothing', async () => {
    const cookie = `saling-session=${token}`;
    const page = await ask(base, { target: '/our-city', headers: { host, cookie } });
    expect([page.status, page.body.includes('Bandung')]).not.toEqual([200, true]);
    expect(await watches(cookie)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    // Nobody's upload: the form is not even read.
    const headers = { host, cookie, 'content-length': String(1024 * 1024) };
    const upload = await ask(base, { method: 'POST', target: '/our-city/import', headers });
    expect(upload.status).toBe(413);
  });

  it('counts under the name that is bound to this host, whatever stands before it', async () => {
    for (const cookie of [`__Host-saling=${token}`, `saling-session=planted; __Host-saling=${token}`]) {
      const page = await ask(base, { target: '/our-city', headers: { host, cookie } });
      expect(page.status).toBe(200);
      expect(await watches(cookie)).toMatchObject({ ok: true });
    }
  });
});

describe('the head of a page that renders it by itself', () => {
  const headOf = async (target: string) => {
    const { body } = await ask(base, { target, headers: { host } });
    return body.match(
      /<title>[^<]*<\/title>|<link rel="(?:canonical|alternate)"[^>]*>|<meta name="(?:robots|description)"[^>]*>/g,
    );
  };

  it('names no address for a page that is not there, and asks that it is not kept', async () => {
    const head = (await headOf('/cities/nowhere'))?.join('\n') ?? '';
    expect(head).toMatch(/^<title>This page is not here – Saling<\/title>/);
    expect(head).toContain('<meta name="robots" content="noindex"/>');
    expect(head).not.toMatch(/canonical|alternate/);
  });

  it('has one title, one description, and where the page is found in each language', async () => {
    const address = 'https://saling.example.org/cities/bandung';
    expect(await headOf('/cities/bandung?lang=id')).toEqual([
      '<title>Bandung, Indonesia – Saling</title>',
      expect.stringMatching(/^<meta name="description" content="[^"]*Bandung, Indonesia,/),
      `<link rel="canonical" href="${address}?lang=id"/>`,
      `<link rel="alternate" hrefLang="en" href="${address}?lang=en"/>`,
      `<link rel="alternate" hrefLang="id" href="${address}?lang=id"/>`,
      `<link rel="alternate" hrefLang="x-default" href="${address}"/>`,
    ]);
  });
});
