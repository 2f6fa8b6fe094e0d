import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { writeEvent } from '#lib/core/store.ts';
import { withActor } from '#lib/core/transaction.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { linkAndCode, type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { signIn } from '#tests/support/people.ts';
import { siteUrl } from '#tests/support/server.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';
import { titleOf, Visitor } from '#tests/support/visitor.ts';

const { sql, url } = await testDatabase({ seeded: true });
const job = jobContext('test').actor;
let server: MailServer;
let site: Site;
let number = 0;

/** The real server as in production: a database and a mail server of its own. */
beforeAll(async () => {
  // Two starts at once would both build the pages, and one of them fail.
  await siteUrl();
  server = await startMailServer();
  const folder = mkdtempSync(join(tmpdir(), 'saling-sign-in-'));
  site = await startSite(folder, {
    DATABASE_URL: url,
    SMTP_URL: server.url,
    SALING_SECRET: 'only for tests: thirty-two letters and more',
    LOG_LEVEL: 'debug',
  });
});
afterAll(async () => {
  await endProcess(site.pid);
  await server.stop();
});

async function known(): Promise<string> {
  number += 1;
  const email = `person-${number}@office.example`;
  await signIn({ city: 'bandung' }, 'staff', { email });
  await sql`delete from session`;
  return email;
}
async function mailed(visitor: Visitor, email: string, to = ''): Promise<{ path: string; code: string }> {
  const asked = await visitor.submit(
    `/sign-in${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`,
    'name="email"',
    {
      email,
    },
  );
  expect([asked.status, asked.location]).toEqual([303, '/sign-in/code']);
  return linkAndCode(await server.next(email));
}
const press = (visitor: Visitor, path: string) => visitor.submit(path, 'name="token"');
async function signedIn(email: string, userAgent?: string): Promise<Visitor> {
  const visitor = new Visitor(site.url, userAgent);
  const { path } = await mailed(visitor, email);
  expect((await press(visitor, path)).status).toBe(303);
  return visitor;
}
const isIn = async (visitor: Visitor) => (await visitor.ask('/account')).status === 200;

describe('nobody is signed in', () => {
  it('by opening the link, as scanners do, however often', async () => {
    const scanner = new Visitor(site.url);
    const { path } = await mailed(new Visitor(site.url), await known());
    for (const method of ['HEAD', 'GET', 'GET']) {
      const { status, headers } = await scanner.ask(path, { method });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toContain('no-store');
    }
    expect(scanner.cookies.has('saling-session')).toBe(false);
    expect((await press(scanner, path)).status).toBe(303);
    expect(await isIn(scanner)).toBe(true);
  });

  it('at the inner address of next-auth: there is none', async () => {
    const { path } = await mailed(new Visitor(site.url), await known());
    const token = path.split('=')[1] ?? '';
    for (const inner of ['/sign-in/proof', '/api/auth']) {
      const visitor = new Visitor(site.url);
      expect((await visitor.ask(`${inner}/callback/mail?token=${token}`)).status).toBe(404);
      expect(visitor.cookies.size).toBe(0);
    }
  });

  it('by a link that was used, with a reason, nor by one that was never sent', async () => {
    const email = await known();
    const { path } = await mailed(new Visitor(site.url), email);
    const html = (await new Visitor(site.url).ask(path)).html;
    expect((await new Visitor(site.url).press(path, html, 'name="token"')).status).toBe(303);
    const second = new Visitor(site.url);
    const again = await second.press(path, html, 'name="token"');
    expect(again.location).toBe(path);
    expect(second.cookies.has('saling-session')).toBe(false);
    expect(titleOf((await second.ask(path)).html)).toBe('This link has been used');
    expect(titleOf((await second.ask('/sign-in/link?token=x')).html)).toBe('This link does not work');
  });

  it('by a link that is too old', async () => {
    const { path } = await mailed(new Visitor(site.url), await known());
    await sql`update clock set "offset" = '11 minutes'`;
    expect(titleOf((await new Visitor(site.url).ask(path)).html)).toBe('This link is too old');
    await sql`update clock set "offset" = '0'`;
  });

  it('whose address is unknown, and the answer does not say so, nor its time', async () => {
    const email = await known();
    const times = { known: [] as number[], unknown: [] as number[] };
    const page = (await new Visitor(site.url).ask('/sign-in')).html;
    const answers = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      for (const who of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const visitor = new Visitor(site.url);
        const address = who === 'known' ? email : 'stranger@office.example';
        const { status, location, ms } = await visitor.press('/sign-in', page, 'name="email"', {
          email: address,
        });
        times[who].push(ms);
        const seen = await visitor.ask('/sign-in/code');
        answers.add(`${status} ${location} ${titleOf(seen.html)}`);
      }
    }
    const median = (all: number[]) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
    expect([...answers]).toEqual(['303 /sign-in/code Look into your mailbox']);
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });

  it('by a form on another site: every action refuses it', async () => {
    const email = await known();
    const visitor = await signedIn(email);
    const account = (await visitor.ask('/account')).html;
    const { path } = await mailed(new Visitor(site.url), email);
    const forms: [string, string, string, Record<string, string>][] = [
      ['/sign-in', (await visitor.ask('/sign-in')).html, 'name="email"', { email }],
      ['/sign-in/code', (await visitor.ask('/sign-in/code')).html, 'name="code"', { email, code: '012345' }],
      [path, (await visitor.ask(path)).html, 'name="token"', {}],
      ['/account', account, 'name="session"', {}],
      ['/account', account, 'name="language"', { language: 'id' }],
      ['/', (await visitor.ask('/')).html, 'linkbtn', {}],
    ];
    const before = await sql`select count(*)::int as n from audit`;
    for (const [address, html, mark, fields] of forms) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${site.url}.evil.example` },
        { origin: site.url, 'sec-fetch-site': 'cross-site' },
      ]) {
        expect((await visitor.press(address, html, mark, fields, { headers })).status, address).toBe(403);
      }
    }
    expect(await sql`select count(*)::int as n from audit`).toEqual(before);
    expect(await isIn(visitor)).toBe(true);
  });
});

describe('somebody is signed in', () => {
  it('by the link, and is back where she came from, with a cookie that no script can read', async () => {
    const visitor = new Visitor(site.url);
    const { path } = await mailed(visitor, await known(), '/cities/bandung');
    const entered = await press(visitor, path);
    expect([entered.status, entered.location]).toEqual([303, '/cities/bandung']);
    const cookie = entered.headers.getSetCookie().find((line) => line.startsWith('saling-session='));
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=lax/i);
    const page = await visitor.ask('/account');
    expect(page.html).not.toContain(visitor.cookies.get('saling-session'));
    expect(page.headers.get('cache-control')).toContain('no-store');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'and never led to %s',
    async (to) => {
      const visitor = new Visitor(site.url);
      const { path } = await mailed(visitor, await known(), to);
      expect((await press(visitor, path)).location).toBe('/');
    },
  );

  it('by the code, on another device than the one that asked', async () => {
    const email = await known();
    const { code } = await mailed(new Visitor(site.url), email);
    const phone = new Visitor(site.url);
    const entered = await phone.submit('/sign-in/code', 'name="code"', {
      email: ` ${email.toUpperCase()} `,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect([entered.status, entered.location]).toEqual([303, '/']);
    expect(await isIn(phone)).toBe(true);
    const second = await new Visitor(site.url).submit('/sign-in/code', 'name="code"', { email, code });
    expect(second.html).toContain('No code is open for this address');
  });

  it('not by a wrong code, which says how many tries are left and keeps the address', async () => {
    const email = await known();
    const { code } = await mailed(new Visitor(site.url), email);
    const wrong = code === '000000' ? '111111' : '000000';
    const seen = await new Visitor(site.url).submit('/sign-in/code', 'name="code"', { email, code: wrong });
    expect(seen.status).toBe(200);
    expect(seen.html).toContain('4 more tries are possible');
    expect(seen.html).toContain(`value="${email}"`);
  });

  it('as another person: the session before ends', async () => {
    const visitor = await signedIn(await known());
    const former = new Visitor(site.url);
    former.cookies.set('saling-session', visitor.cookies.get('saling-session') ?? '');
    const { path } = await mailed(visitor, await known());
    await press(visitor, path);
    expect(await isIn(visitor)).toBe(true);
    expect(await isIn(former)).toBe(false);
  });
});

describe('a session ends', () => {
  const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/26.0 Mobile Safari/604.1';
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.close();
  });
  /** Resolves to the milliseconds until the server cuts the socket. */
  async function socketOf(visitor: Visitor): Promise<() => Promise<number>> {
    const cookie = `saling-session=${visitor.cookies.get('saling-session')}`;
    const socket = io(site.url, {
      path: '/realtime',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
    });
    sockets.push(socket);
    await new Promise((resolve, reject) =>
      socket.once('connect', () => resolve(0)).once('connect_error', reject),
    );
    const cut = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    const watched = await socket.timeout(5000).emitWithAck('match.watch', { slug: 'bandung' });
    expect(watched.ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return async () => {
      const started = performance.now();
      await Promise.race([cut, new Promise((resolve) => setTimeout(resolve, 5000))]);
      return performance.now() - started;
    };
  }

  it('from another device, by name, and its socket is cut within a second', async () => {
    const email = await known();
    const desk = await signedIn(email);
    const phone = await signedIn(email, PHONE);
    const untilCut = await socketOf(phone);
    const account = (await desk.ask('/account')).html;
    expect(account).toContain('Safari on iPhone');
    expect(account).toContain('Firefox on Linux');
    const [row] = await sql<{ id: string }[]>`select id from session where device = ${PHONE}`;
    await desk.press('/account', account, `value="${row?.id}"`);
    expect(await untilCut()).toBeLessThan(1000);
    expect(await isIn(phone)).toBe(false);
    expect(await isIn(desk)).toBe(true);
  });

  it('with all others at once, and the one that asks stays', async () => {
    const email = await known();
    const [desk, one, other] = [await signedIn(email), await signedIn(email, PHONE), await signedIn(email)];
    const ended = await desk.submit('/account', 'End all other sessions');
    expect(ended.status).toBe(303);
    expect([await isIn(desk), await isIn(one), await isIn(other)]).toEqual([true, false, false]);
  });

  it('here, by signing out', async () => {
    const visitor = await signedIn(await known());
    const token = visitor.cookies.get('saling-session') ?? '';
    await visitor.submit('/cities', 'linkbtn');
    expect(visitor.cookies.has('saling-session')).toBe(false);
    visitor.cookies.set('saling-session', token);
    expect(await isIn(visitor)).toBe(false);
  });

  it('when the last appointment has ended: rights at once, sockets within a second', async () => {
    const email = await known();
    const visitor = await signedIn(email);
    const untilCut = await socketOf(visitor);
    expect((await visitor.ask('/cities/bandung/matches')).status).toBe(200);
    await withActor(
      job,
      async (tx) => {
        const [row] = await sql<{ id: string; person_id: string }[]>`
          update appointment a set state = 'ended', ended_at = now() from person p
          where p.id = a.person_id and p.email = ${email} returning a.id, a.person_id`;
        const payload = { id: row?.id, personId: row?.person_id };
        await writeEvent(tx, { stream: `test:${newId()}`, type: 'appointment.ended', payload });
      },
      'read write',
    );
    expect(await untilCut()).toBeLessThan(1000);
    expect((await visitor.ask('/cities/bandung/matches')).status).toBe(404);
  });

  it('after twelve hours without use, and after thirty days of use', async () => {
    const [idle, old] = [await signedIn(await known()), await signedIn(await known())];
    await sql`update clock set "offset" = '12 hours 1 minute'`;
    expect(await isIn(idle)).toBe(false);
    await sql`update session set last_seen_at = saling_now() + interval '18 days'`;
    await sql`update clock set "offset" = '30 days 1 minute'`;
    await sql`update session set last_seen_at = now() + interval '30 days'`;
    expect(await isIn(old)).toBe(false);
    await sql`update session set expires_at = now() + interval '40 days'`;
    expect(await isIn(old)).toBe(true);
    await sql`update clock set "offset" = '0'`;
  });
});

it('writes no token, code or address into its log', async () => {
  const email = await known();
  const visitor = new Visitor(site.url);
  const { path, code } = await mailed(visitor, email);
  await press(visitor, path);
  await visitor.ask('/account');
  server.answers = () => ({ code: 550, words: `no mailbox ${email}` });
  await new Visitor(site.url).submit('/sign-in', 'name="email"', { email });
  await expect
    .poll(async () => (await sql`select 1 from notice where state = 'failed'`).length, { timeout: 10_000 })
    .toBe(1);
  server.answers = () => null;
  const log = readFileSync(site.log, 'utf8');
  expect(log).toContain('answered');
  for (const secret of [
    path.split('=')[1] ?? '',
    visitor.cookies.get('saling-session') ?? '',
    email,
    `"${code}"`,
  ]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(log).not.toContain(secret);
  }
});
