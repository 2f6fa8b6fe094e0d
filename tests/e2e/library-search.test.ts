import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const count = (page: Page) => page.locator('#results').innerText();
const titles = (page: Page) => page.locator('#results-body .records h3').allInnerTexts();
const box = (page: Page) => page.getByLabel('Search the practices');

/** Until the part of the page that follows typing runs. */
async function openLibrary(page: Page, address = '/practices'): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
}

describe('search as one types', () => {
  it('shows only the answer to the newest words, however late the first one comes', async () => {
    const { page, context, troubles } = await visit(browser);
    await openLibrary(page);
    let answerFirst = () => {};
    const isHeld = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    await page.route(/q=waste$/, async (route) => {
      await isHeld;
      await route.continue().catch(() => {});
    });
    const isAsked = page.waitForRequest(/q=waste$/);
    await box(page).fill('waste');
    await isAsked;
    await box(page).fill('mangrove');
    await page.waitForURL(/q=mangrove$/);
    await expect.poll(async () => (await titles(page)).join()).toMatch(/mangrove/i);
    const shown = await titles(page);
    answerFirst();
    await page.waitForTimeout(600);
    expect(await titles(page)).toEqual(shown);
    expect(page.url()).toMatch(/q=mangrove$/);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('keeps the words and says so when the line is lost, and works again afterwards', async () => {
    const { page, context } = await visit(browser);
    await openLibrary(page);
    const before = await count(page);
    await context.setOffline(true);
    await box(page).fill('flood');
    await page.getByText('No answer came.').waitFor();
    expect(await box(page).inputValue()).toBe('flood');
    expect(await count(page)).toBe(before);
    await context.setOffline(false);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=flood$/);
    await page.getByText('No answer came.').waitFor({ state: 'hidden' });
    await context.close();
  });

  it('keeps focus, moves nothing, announces the count, and leaves an address that shows the same', async () => {
    const { page, context, troubles } = await visit(browser);
    await openLibrary(page);
    await page.evaluate(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          Object.assign(window, { shifted: Reflect.get(window, 'shifted') + Reflect.get(entry, 'value') });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await box(page).focus();
    await page.keyboard.type('waste bank', { delay: 30 });
    await page.waitForURL(/q=waste\+bank$/);
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toMatch(/^\d+ practices. Best answer first.$/);
    expect(await page.evaluate(() => Reflect.get(window, 'shifted'))).toBeLessThan(0.01);
    const shown = await titles(page);
    expect(await page.getByRole('link', { name: 'Search all parts at once' }).getAttribute('href')).toBe(
      '/search?q=waste+bank',
    );
    await page.reload();
    expect(await titles(page)).toEqual(shown);
    expect(await page.locator('#results-body mark').first().innerText()).toMatch(/waste|bank/i);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('says by which topic a practice was found that holds none of the words', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto(`/practices?q=${encodeURIComponent('น้ำท่วม')}`);
    const first = page.locator('#results-body .records > li').first();
    expect(await first.locator('.why').innerText()).toContain('Found by its topic: Flood resilience');
    await page.goto('/practices?q=flood');
    expect(await first.locator('mark').count()).toBeGreaterThan(0);
    expect(await first.locator('.why').count()).toBe(0);
    await context.close();
  });

  it('narrows by keyboard, with counts that follow and focus that stays', async () => {
    const { page, context } = await visit(browser);
    await openLibrary(page, '/practices?q=flood');
    const country = page.getByRole('checkbox', { name: /^Viet Nam/ });
    const expected = Number(
      (await country.evaluate((input) => input.parentElement?.innerText ?? '')).match(/\d+/)?.[0],
    );
    await country.focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/country=VN$/);
    await expect.poll(() => count(page)).toBe(`${expected} practices`);
    expect(await country.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('link', { name: /Take away the filter Viet Nam/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await page.waitForURL(/lang=id/);
    expect(new URL(page.url()).searchParams.get('country')).toBe('VN');
    expect(await count(page)).toBe(`${expected} praktik`);
    await context.close();
  });
});

describe('the library without scripts', () => {
  it('searches, narrows, takes a filter away and turns the page', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices');
    await box(page).fill('waste');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/practices?q=waste');
    await page.getByRole('checkbox', { name: /^Indonesia/ }).check();
    await page.getByRole('button', { name: 'Apply these filters' }).click();
    await page.waitForURL('**/practices?q=waste&country=ID');
    const few = await titles(page);
    expect(few.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: /Take away the filter Indonesia/ }).click();
    await page.waitForURL('**/practices?q=waste');
    const first = await titles(page);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/cursor=/);
    const second = await titles(page);
    expect(second.filter((title) => first.includes(title))).toEqual([]);
    expect(await page.getByText(/^21 to \d+ of \d+/).count()).toBe(1);
    await context.close();
  });

  it('suggests topics, fewer filters and another spelling where nothing is found', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices?q=flood&country=BN&topic=street-vendors');
    expect(await count(page)).toBe('No practice');
    expect(await page.getByRole('link', { name: 'Flood resilience' }).count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Search for the same words without filters' }).click();
    await page.waitForURL('**/practices?q=flood');
    expect((await titles(page)).length).toBeGreaterThan(0);
    await context.close();
  });

  it('finds in every kind of record from one box', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/search');
    await page.getByLabel('Search everything').fill('banjir');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/search?q=banjir');
    for (const name of ['Practices', 'Challenges']) {
      expect(await page.getByRole('heading', { level: 2, name }).count()).toBe(1);
    }
    await page.getByRole('link', { name: 'All challenges with these words' }).click();
    await page.waitForURL('**/needs?q=banjir');
    expect(await page.locator('#results').innerText()).toMatch(/^\d+ challenges$/);
    await context.close();
  });
});
