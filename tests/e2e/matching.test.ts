import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_MATCHES } from '#components/matching/address.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { siteStaff } from '#tests/support/site-people.ts';

const FORMER = 'hoi-an';
const WITHOUT_NEED = 'kuala-belait';
const WITHOUT_MATCH = 'yogyakarta';

let browser: Browser;
let session: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ session } = await siteStaff('bandung', WITHOUT_MATCH, WITHOUT_NEED, FORMER));
});
afterAll(() => browser.close());

const cards = (page: Page) => page.locator('article.match');

describe.each([
  '/cities/bandung/matches',
  '/cities/bandung/matches?mode=learn-from&country=VN',
  `/cities/${WITHOUT_MATCH}/matches`,
  `/cities/${FORMER}/matches`,
])('%s', (path) => {
  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 320],
    ['id', 'light', 320],
    ['id', 'dark', 1280],
  ] as const)(
    'has nothing that axe finds in "%s", %s, at %i px, and no trouble',
    async (language, theme, width) => {
      const { page, context, troubles } = await visit(browser, { language, theme, width, session });
      const answer = await page.goto(path, { waitUntil: 'networkidle' });
      for (const fold of await page.locator('main details > summary').all()) await fold.click();
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(answer?.headers()['cache-control']).toContain('no-store');
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});

describe('match pages are refused', () => {
  it.each(['atlantis', '%F0%9F%8C%8A', "x';--"])('where no city is (%s)', async (slug) => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    const answer = await page.goto(`/cities/${slug}/matches`);
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()['cache-control']).toContain('no-store');
    expect(await page.locator('main a[href="/cities"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('to a visitor, for a city that is there like for one that is not', async () => {
    const { base, context } = await visit(browser);
    const [known, unknown] = await Promise.all(
      ['bandung', 'atlantis'].map((slug) => fetch(`${base}/cities/${slug}/matches`)),
    );
    expect([known?.status, unknown?.status]).toEqual([404, 404]);
    expect(known?.headers.get('cache-control')).toContain('no-store');
    const profile = await fetch(`${base}/cities/bandung`);
    expect(await profile.text()).not.toContain('/cities/bandung/matches');
    await context.close();
  });

  it('to a former city, with the day and the way on', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto(`/cities/${FORMER}/matches`);
    expect(await page.locator('main').innerText()).toMatch(
      /ceased to be a local government on \d+ \w+ 2025, so nobody could answer for it/,
    );
    expect(await cards(page).count()).toBe(0);
    await page.getByRole('link', { name: /^Open / }).click();
    await page.waitForURL(`**/cities/${FORMER}`);
    await context.close();
  });
});

it('a former city’s own page says that it is one, and leads to no partners', async () => {
  const own = await siteStaff(FORMER);
  const { page, context } = await visit(browser, { hasScripts: false, session: own.session });
  await page.goto('/our-city');
  const words = await page.locator('main').innerText();
  expect(words).toMatch(/ceased to be a local government on \d+ \w+ 2025. What it did stays in the library/);
  expect(await page.locator('main a[href$="/matches"]').count()).toBe(0);
  await context.close();
});

describe('suggested partners', () => {
  it('say why in both directions, with marked words and the records behind', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto('/cities/bandung/matches');
    expect(await cards(page).count()).toBe(FIRST_MATCHES);
    for (const card of await cards(page).all()) {
      expect(await card.locator('.dir').count()).toBe(2);
      expect(await card.locator('.dir .end--need').count()).toBe(2);
      expect(await card.locator('.dir .end--prac').count()).toBe(2);
      expect(await card.locator('.rec a[href^="/needs/"]').count()).toBeGreaterThanOrEqual(2);
      expect(await card.locator('.rec a[href^="/practices/"]').count()).toBeGreaterThanOrEqual(2);
      expect(await card.locator('mark').count()).toBeGreaterThan(0);
    }
    await context.close();
  });

  it('are few at first, and all in one press', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session, width: 360 });
    await page.goto('/cities/bandung/matches');
    const first = await cards(page).locator('h2').allInnerTexts();
    await page.getByRole('link', { name: 'Show further cities' }).click();
    await page.waitForURL(/limit=/);
    const all = await cards(page).locator('h2').allInnerTexts();
    expect(all.slice(0, FIRST_MATCHES)).toEqual(first);
    expect(all.length).toBeGreaterThan(FIRST_MATCHES);
    expect(await page.getByRole('link', { name: 'Show further cities' }).count()).toBe(0);
    await context.close();
  });

  it('hold the context apart, and say what is not known', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto('/cities/bandung/matches');
    const facts = cards(page).first().locator('dl.context > div');
    const labels = await facts.locator('dt').allInnerTexts();
    expect(labels).toEqual(['Size', 'Coast', 'Local time', 'Languages', 'Country', 'Hosting']);
    expect(await facts.last().innerText()).toMatch(/Not known yet\s+ask them/);
    await context.close();
  });

  it('hold the same fact of the context in the same place on every card', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session, width: 1280 });
    await page.goto('/cities/bandung/matches');
    const places = await cards(page).evaluateAll((all) =>
      all.map((card) =>
        Array.from(card.querySelectorAll('dl.context dt'), (term) =>
          Math.round(term.getBoundingClientRect().x),
        ),
      ),
    );
    expect(places).toHaveLength(FIRST_MATCHES);
    expect(new Set(places[0]).size).toBe(6);
    for (const card of places) expect(card).toEqual(places[0]);
    await context.close();
  });

  it('say once that their translations have not been checked', async () => {
    const { page, context } = await visit(browser, { language: 'id', hasScripts: false, session });
    await page.goto('/cities/bandung/matches');
    for (const card of await cards(page).all()) {
      expect(await card.getByText('belum diperiksa').count()).toBe(1);
    }
    await page.goto('/cities/bandung/matches?lang=en');
    expect(await cards(page).count()).toBe(FIRST_MATCHES);
    expect(await cards(page).getByText('not been checked').count()).toBe(0);
    await context.close();
  });

  it('of the mode learn from may be one-sided, and say so', async () => {
    const { page, context } = await visit(browser, { language: 'id', hasScripts: false, session });
    await page.goto('/cities/bandung/matches');
    await page.getByRole('link', { name: 'Belajar dari: Bandung belajar' }).click();
    await page.waitForURL('**/cities/bandung/matches?mode=learn-from');
    expect(await cards(page).count()).toBe(FIRST_MATCHES);
    await page.goto('/cities/bandung/matches?mode=learn-from&limit=20');
    const alone = cards(page).locator('.dir', { has: page.locator('.alone') });
    expect(await alone.count()).toBeGreaterThan(0);
    expect(await alone.first().innerText()).toMatch(/Praktik Bandung tetap terbuka bagi|Belum ada catatan/);
    await context.close();
  });

  it('can be of one country, by a plain form that keeps the mode', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto('/cities/bandung/matches?mode=learn-from');
    await page.getByText('Choose a country').click();
    await page.getByLabel('Country of the partner').selectOption({ label: 'Philippines' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL('**/cities/bandung/matches?mode=learn-from&country=PH');
    const where = await cards(page).locator('.match__who > div:last-child > p').allInnerTexts();
    expect(where.length).toBeGreaterThan(0);
    expect(new Set(where)).toEqual(new Set(['Philippines']));
    await context.close();
  });

  it('are none rather than weak ones, with what helps', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto(`/cities/${WITHOUT_MATCH}/matches`);
    expect(await cards(page).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'No good match yet' }).count()).toBe(1);
    await page.getByRole('link', { name: /could learn from, without giving/ }).click();
    await page.waitForURL(/mode=learn-from/);
    await page.goto(`/cities/${WITHOUT_NEED}/matches`);
    expect(await page.getByRole('heading', { name: 'Nothing to look for yet' }).count()).toBe(1);
    await context.close();
  });

  it('come with what of the address was left out', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, session });
    for (const query of ['mode=both', 'limit=-1', 'limit=1e9', 'limit=abc', 'country=XX']) {
      const answer = await page.goto(`/cities/bandung/matches?${query}`);
      expect(answer?.status()).toBe(200);
      expect(await cards(page).count()).toBe(FIRST_MATCHES);
      expect(await page.locator('main').innerText()).toContain(query.split('=')[1]);
    }
    await context.close();
  });
});
