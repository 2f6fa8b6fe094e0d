import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  '/practices',
  '/practices?q=flood&country=PH',
  '/practices?q=xqzzj&country=XX',
  '/practices/surabaya-3r-kampung',
  '/practices/dili-recycling-pilot',
  '/practices/kl-smart-tunnel',
  '/needs',
  '/needs/n-jakarta-subsidence',
  '/topics',
  '/topics/solid-waste',
  '/search?q=banjir',
  '/corrections/new?kind=need&id=n-jakarta-subsidence',
  '/corrections/thanks?kind=city&id=surabaya',
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
      expect(await page.locator('meta[name="description"]').getAttribute('content')).toBeTruthy();
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});

describe('records', () => {
  it('shows no row for what is not on record, and says it in one line', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices/dili-recycling-pilot');
    const labels = await page.locator('main dt').allInnerTexts();
    expect(labels).toEqual([
      'Problem',
      'What was done',
      'Topics',
      'Sustainable Development Goals',
      'Pillars of ASEAN 2045',
    ]);
    expect(
      await page
        .getByText('Not on record yet: results, year of start, what went wrong, cost, staff.')
        .count(),
    ).toBe(1);
    await context.close();
  });

  it('says whose statement it is not, with its source and the way to a correction', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/practices/kl-smart-tunnel');
    const sources = page.getByRole('region', { name: 'Sources' });
    expect(await sources.innerText()).toContain('Compiled from public sources, not a statement of the city.');
    expect(await sources.locator('a[href^="http"]').count()).toBeGreaterThan(0);
    await sources.getByRole('link', { name: /Ask for a correction or removal/ }).click();
    await page.waitForURL('**/corrections/new?kind=practice&id=kl-smart-tunnel');
    await context.close();
  });

  it('ranks the practices that answer a challenge, each with its reason, and keeps loose ones apart', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/needs/n-jakarta-subsidence');
    expect(await page.getByText('Challenge reported in public sources: Jakarta, Indonesia').count()).toBe(1);
    const answers = page.getByRole('region', { name: 'Practices that answer it' });
    const shown = await answers.locator('> .records .why').allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    for (const reason of shown) expect(reason).toMatch(/^(Close|Related)\. Topics in common: .+/);
    expect(await answers.locator('details .why').first().textContent()).toMatch(/^Loosely related\./);
    await context.close();
  });

  it('marks every text in another language than the page, and every unchecked translation', async () => {
    const { page, context } = await visit(browser, { language: 'id', hasScripts: false });
    await page.goto('/practices/surabaya-3r-kampung');
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    const problem = page.locator('dt', { hasText: 'Masalah' }).locator('xpath=following-sibling::dd/span');
    expect(await problem.first().getAttribute('lang')).toBe('en');
    expect((await problem.last().innerText()).trim()).toBe('(dalam bahasa Inggris)');
    expect(await page.locator('.title').innerText()).toContain('terjemahan belum diperiksa');
    await context.close();
  });
});

describe('on paper', () => {
  it.each(['light', 'dark'] as const)('ink is black and paper white, also in the %s theme', async (theme) => {
    const { page, context } = await visit(browser, { theme });
    await page.goto('/practices/bandung-kang-pisman');
    const colours = () =>
      page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
    const onScreen = await colours();
    await page.emulateMedia({ media: 'print' });
    expect(await colours()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(onScreen).not.toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await context.close();
  });

  it('a filter and its number are two words to who hears them', async () => {
    const { page, context } = await visit(browser);
    await page.goto('/practices');
    const names = await page.locator('.facet label').evaluateAll((all) => all.map((one) => one.textContent));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !/\S \d+$/.test(name ?? ''))).toEqual([]);
    await context.close();
  });

  it('the title of a source is in a language that is not on record', async () => {
    const { page, context } = await visit(browser);
    await page.goto('/practices/bandung-kang-pisman');
    const titles = page.locator('.record-sources a[lang="und"]');
    expect(await titles.count()).toBeGreaterThan(0);
    await context.close();
  });
});
