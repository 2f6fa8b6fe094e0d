import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  '/',
  '/problem',
  '/problem?text=',
  '/problem?text=banjir',
  '/about',
  '/sources',
  '/accessibility',
];

describe.each(PAGES)('%s', (path) => {
  it.each([
    ['en', 'light', 1280],
    ['id', 'dark', 320],
  ] as const)(
    'has nothing that axe finds in "%s", %s, at %i px, and no trouble',
    async (language, theme, width) => {
      const { page, context, troubles } = await visit(browser, { language, theme, width });
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});

describe('the address that no page has', () => {
  it('answers 404 with a search box and ways on', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    const answer = await page.goto('/there-is-no-such-page');
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This page is not here');
    expect(await page.locator('main input[type="search"]').count()).toBe(1);
    await context.close();
  });

  it('is also that of the page of parts: it is for development only', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    expect((await page.goto('/design'))?.status()).toBe(404);
    expect(await page.locator('main h1').innerText()).toBe('This page is not here');
    expect(await page.title()).toContain('This page is not here');
    await context.close();
  });
});

describe('the map', () => {
  it('draws the land and a link for every city, each with its name and what it has', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/', { waitUntil: 'networkidle' });
    const links = page.locator('.map svg a');
    expect(await links.count()).toBeGreaterThan(100);
    const titles = await links.locator('title').allTextContents();
    expect(titles).toContain('Bandung: looks for a partner and has a practice to share');
    const land = await page.locator('.map .land').boundingBox();
    const map = await page.locator('.map--main svg').first().boundingBox();
    expect(land?.width).toBeGreaterThan((map?.width ?? 0) * 0.8);
    await context.close();
  });

  it('leaves former cities out, and says so', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/');
    expect(await page.locator('.map svg a[href="/cities/hoi-an"]').count()).toBe(0);
    expect(await page.locator('.map--main').innerText()).toContain(
      'former local governments are in the list only',
    );
    await context.close();
  });

  it('is walked by keyboard: the point in focus has a ring, and the whole can be skipped', async () => {
    const { page, context } = await visit(browser);
    await page.goto('/');
    const first = page.locator('.map svg a').first();
    await first.focus();
    const colour = await first.evaluate((link) => getComputedStyle(link).color);
    const ring = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--action'),
    );
    expect(colour).toBe(await asRgb(page, ring));
    await page.getByRole('link', { name: 'Skip the map' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show the cities as a list');
    await context.close();
  });
});

describe('the choices of a reader, without scripts', () => {
  it('changes the theme and comes back to the same page', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices?q=banjir');
    await page.locator('.to-dark').click();
    expect(new URL(page.url()).search).toBe('?q=banjir');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.locator('.to-light').click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await context.close();
  });

  it('changes the language and keeps the rest of the address', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices?q=banjir');
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    expect(new URL(page.url()).searchParams.get('q')).toBe('banjir');
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    await context.close();
  });
});

function asRgb(page: Page, hex: string): Promise<string> {
  return page.evaluate((colour) => {
    document.body.style.color = colour;
    return getComputedStyle(document.body).color;
  }, hex.trim());
}
