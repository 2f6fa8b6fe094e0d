import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow } from '#tests/support/browser.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';

// A server of its own: trial records and "Start again" would disturb the files that share one.
const folder = mkdtempSync(join(tmpdir(), 'saling-try-'));
let browser: Browser;
let site: Site;
beforeAll(async () => {
  site = await startSite(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await endProcess(site.pid);
  rmSync(folder, { recursive: true, force: true });
});

const portOf = () => new URL(site.url).port;
const at = (name: string, path: string) => `http://${name}:${portOf()}${path}`;

type Look = { width?: number; language?: string; theme?: 'light' | 'dark'; hasScripts?: boolean };

async function open({ width = 1280, language = 'en', theme = 'light', hasScripts = true }: Look = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    javaScriptEnabled: hasScripts,
    locale: language,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  return { context, page, troubles };
}

const ticks = (page: Page) => page.locator('.steps .tick').count();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

/** Sits down at Bandung's desk, at localhost. */
async function sitAtBandung(page: Page): Promise<void> {
  await page.goto(at('localhost', '/try'));
  await button(page, /Focal point of Bandung/).click();
  await page.getByText('You sit at the desk of Bandung.').waitFor();
}

/** Opens the other desk in a window of the same browser, under the other name of this computer, and sits down. */
async function openOtherDesk(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await link(page, 'Open the desk of Battambang').click();
  const other = await opened;
  await button(other, 'Sit down at the desk of Battambang').click();
  await other.getByText('You sit at the desk of Battambang.').waitFor();
  expect(new URL(other.url()).hostname).toBe('127.0.0.1');
  return other;
}

describe.each([
  ['on a wide screen', 1280],
  ['on a phone', 360],
])('all steps %s', (_screen, width) => {
  it('are done by two desks in one browser, under a minute, and can be started again', async () => {
    const started = performance.now();
    const { context, page, troubles } = await open({ width });
    await sitAtBandung(page);
    expect(await ticks(page)).toBe(1);

    await link(page, 'Read the match with Battambang').click();
    await page.waitForURL('**/cities/bandung/matches');
    expect(await page.locator('article.match').first().getAttribute('aria-label')).toContain('Battambang');
    await link(page, 'Back to the steps').click();
    await page.waitForURL('**/try');
    expect(await ticks(page)).toBe(2);

    const other = await openOtherDesk(context, page);
    const socket = other.waitForEvent('websocket');
    await other.goto(at('127.0.0.1', '/cities/battambang/matches'), { waitUntil: 'networkidle' });
    await socket;
    await page.bringToFront();
    await page.goto(at('localhost', '/try'));
    expect(await ticks(page)).toBe(3);

    await page.goto(at('localhost', '/try?step=arrive'));
    await page.getByText('Nothing is published at this desk yet.').waitFor();
    await button(page, 'Start from an example').click();
    await page.waitForURL('**/our-city/practices/**');
    await page.getByLabel(/agrees/i).check();
    await page.getByLabel('Where the signed sheet is').fill('Tried on this computer');
    await button(page, 'Publish').click();
    await page.waitForURL('**?done=publish');

    await other.getByText('A record behind this page has changed.').waitFor({ timeout: 20_000 });
    await link(page, 'Back to the steps').click();
    await expect.poll(() => ticks(page), { timeout: 20_000 }).toBe(5);
    await button(other, 'Reload').click();
    await other.locator('article.match', { hasText: 'An example' }).first().waitFor({ timeout: 20_000 });

    await page.goto(at('localhost', '/try?step=arrive'));
    await page.getByText('Your practice stands in the matches of Battambang now.').waitFor();
    const theirs = await context.newPage();
    await theirs.goto(at('127.0.0.1', '/try?step=arrive'));
    await theirs.getByText('Arrived from Bandung:').first().waitFor();
    await theirs.close();

    await link(page, 'Start again').click();
    await button(page, 'Remove them and start again').click();
    await page.getByText('Search and matches are up to date.').waitFor({ timeout: 20_000 });
    expect(await page.locator('main').innerText()).toContain('1 practice');
    await page.goto(at('localhost', '/try'));
    expect(await ticks(page)).toBe(0);
    const answer = await other.goto(at('127.0.0.1', '/cities/battambang/matches'));
    expect(answer?.status()).toBe(404);
    expect(troubles).toEqual([]);
    expect(performance.now() - started).toBeLessThan(60_000);
    await context.close();
  });
});

it('sits down, reads and gets up without scripts', async () => {
  const { context, page } = await open({ hasScripts: false });
  await sitAtBandung(page);
  await link(page, 'Read the match with Battambang').click();
  await page.waitForURL('**/cities/bandung/matches');
  await button(page, 'Leave the desk').click();
  await page.waitForURL('**/try');
  expect(await ticks(page)).toBe(0);
  expect((await page.goto(at('localhost', '/cities/bandung/matches')))?.status()).toBe(404);
  await context.close();
});

it.each([
  ['medan', true],
  ['battambang', false],
] as const)('the desk of %s is offered with a word about whether it has a match', async (desk, isWarned) => {
  const { context, page } = await open({ language: 'en' });
  await page.goto(at('localhost', `/try?desk=${desk}`));
  expect(await page.getByRole('button', { name: /^Sit down at the desk of/ }).count()).toBe(1);
  expect(await page.getByText(/There is no match for .* yet/).count()).toBe(isWarned ? 1 : 0);
  await context.close();
});

describe.each(['/try', '/try?desk=battambang', '/try/start-again'])('%s', (path) => {
  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 320],
    ['id', 'light', 320],
    ['id', 'dark', 1280],
  ] as const)('has nothing that axe finds in "%s", %s, at %i px', async (language, theme, width) => {
    const { context, page, troubles } = await open({ language, theme, width });
    const look = async () => {
      await page.goto(at('localhost', path));
      for (const fold of await page.locator('main details > summary').all()) await fold.click();
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
    };
    await look();
    await page.goto(at('localhost', '/try'));
    await page.locator('button[name="desk"]').first().click();
    await page.locator('.desks').waitFor();
    await look();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
