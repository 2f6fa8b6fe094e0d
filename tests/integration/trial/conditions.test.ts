import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type RawAnswer } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';
import { templateUrl } from '#tests/support/templates.ts';

// Real servers, each with one thing changed. Without the sample data: they start sooner, and a secretariat is there.
const folder = mkdtempSync(join(tmpdir(), 'saling-trial-'));
const sites: Site[] = [];
let copy: Site;
let sitAction = '';

let starts = 0;
async function start(settings: Record<string, string>): Promise<Site> {
  starts += 1;
  // Two starts at once would both build the pages, and one of them fail.
  await siteUrl();
  const site = await startSite(join(folder, String(starts)), {
    SALING_SAMPLE_DATA: 'no',
    ...settings,
  });
  sites.push(site);
  return site;
}

/** Presses "Sit down" at the desk of the AGMF Secretariat, as a browser without scripts does. */
function sitDown(site: Site, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const boundary = 'trial';
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${part(sitAction, '')}${part('desk', 'agmf')}--${boundary}--\r\n`;
  return ask(site.url, {
    method: 'POST',
    target: '/try',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(Buffer.byteLength(body)),
      origin: `http://${headers.host ?? new URL(site.url).host}`,
      ...headers,
    },
    body,
  });
}

async function expectNoTrial(site: Site, headers: Record<string, string> = {}): Promise<void> {
  const seat = await sitDown(copy);
  const cookie = String(seat.headers['set-cookie']).split(';')[0] ?? '';
  for (const target of ['/try', '/try/start-again', '/try?desk=bandung', '/outbox']) {
    expect((await ask(site.url, { target, headers })).status, target).toBe(404);
  }
  const answer = await sitDown(site, headers);
  expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined]);
  // Who sits at a desk of the copy is a visitor here, and reads nothing of a trial.
  const page = await ask(site.url, { target: '/about', headers: { ...headers, cookie } });
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('/try');
}

beforeAll(async () => {
  copy = await start({});
  const { body } = await ask(copy.url, { target: '/try' });
  sitAction = /\$ACTION_ID_[0-9a-f]+/.exec(body)?.[0] ?? '';
});
afterAll(async () => {
  await Promise.all(sites.map((site) => endProcess(site.pid)));
  rmSync(folder, { recursive: true, force: true });
});

describe('the trial is not there', () => {
  it('with a mail server', async () => {
    await expectNoTrial(await start({ SMTP_URL: 'smtp://127.0.0.1:9' }));
  });

  it('with SALING_TRIAL=0', async () => {
    await expectNoTrial(await start({ SALING_TRIAL: '0' }));
  });

  it('on a server that the network can reach', async () => {
    await expectNoTrial(await start({ HOST: '0.0.0.0' }));
  });

  it('with a database of its own', async () => {
    const { adminUrl } = inject('run');
    const name = `trial_${randomUUID().replaceAll('-', '')}`;
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    await admin`create database ${admin(name)}`;
    const site = await start({
      DATABASE_URL: templateUrl(adminUrl, name),
      SALING_SECRET: 'only for tests: thirty-two letters and more',
      // Production asks for one beside a database.
      SMTP_URL: 'smtp://127.0.0.1:9',
    });
    await expectNoTrial(site);
    await endProcess(site.pid);
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end({ timeout: 1 });
  });

  it.each([
    ['another name of this machine', { host: 'saling.example.org' }],
    ['another address of this machine', { host: '127.0.0.2' }],
    ['a proxy', { 'x-forwarded-for': '10.0.0.1' }],
    ['a proxy that follows the standard', { forwarded: 'for=10.0.0.1' }],
    ['somebody who claims to be direct', { 'x-saling-direct': '1', via: '1.1 proxy' }],
    ['somebody who claims to be the server itself', { 'x-saling-inner': 'x', via: '1.1 proxy' }],
  ])('for %s', async (_who, headers: Record<string, string>) => {
    await expectNoTrial(copy, headers);
  });
});

describe('the trial copy', () => {
  it.each(['localhost', '127.0.0.1'])('offers desks at %s, and sits people down', async (name) => {
    const host = `${name}:${new URL(copy.url).port}`;
    const page = await ask(copy.url, { target: '/try', headers: { host } });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toContain('no-store');
    expect(page.body).toContain('noindex');
    expect((await ask(copy.url, { target: '/outbox', headers: { host } })).status).toBe(200);
    const answer = await sitDown(copy, { host });
    expect([answer.status, answer.headers.location]).toEqual([303, '/try']);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^saling-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=lax$/);
    const headers = { host, cookie: cookie.split(';')[0] ?? '' };
    expect((await ask(copy.url, { target: '/', headers })).body).toContain('Leave the desk');
  });

  it('refuses a form that another site sent', async () => {
    const answer = await sitDown(copy, { origin: 'https://evil.example' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
