import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { siteStaff } from '#tests/support/site-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FORMER = 'hoi-an';
const WITHOUT_RECORDS = 'kuala-belait';

const PAGES = [
  '/cities',
  '/cities?view=map',
  '/cities?q=xqzzj&country=XX',
  '/cities/bandung',
  '/cities/vientiane',
  `/cities/${FORMER}`,
  `/cities/${WITHOUT_RECORDS}`,
];

describe.each(PAGES)('%s', (path) => {
  it.each([
    ['en', 'light', 1280],
    ['id', 'dark', 320],
  ] as const)(
    'has nothing that axe finds in "%s", %s, at %i px, no trouble and no socket client',
    async (language, theme, width) => {
      const { page, context, troubles } = await visit(browser, { language, theme, width });
      const lines = watchLines(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('meta[name="description"]').getAttribute('content')).toBeTruthy();
      expect(lines).toEqual([]);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});

/** Everything that a page asks of the socket server. */
function watchLines(page: Page): string[] {
  const lines: string[] = [];
  page.on('websocket', (socket) => lines.push(socket.url()));
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/realtime')) lines.push(request.url());
  });
  return lines;
}

const count = (page: Page) => page.locator('#results h2').innerText();
const names = (page: Page) => page.locator('#results .records h3').allInnerTexts();

describe('an address that no city has', () => {
  it.each(['atlantis', 'BANDUNG%20', '%F0%9F%8C%8A', 'a'.repeat(10_000)])(
    'answers 404 with a way on by name (%#)',
    async (slug) => {
      const { page, context } = await visit(browser, { hasScripts: false });
      const answer = await page.goto(`/cities/${slug}`);
      expect(answer?.status()).toBe(404);
      await page.getByLabel('Find a city').fill('bandung');
      await page.getByRole('button', { name: 'Find' }).click();
      await page.waitForURL('**/cities?q=bandung');
      expect(await names(page)).toEqual(['Bandung']);
      await context.close();
    },
  );
});

describe('the list of cities without scripts', () => {
  it('narrows, takes a filter away, turns the page and finds by name', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/cities');
    const all = await count(page);
    const first = await names(page);
    expect(first.length).toBe(30);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/cursor=/);
    expect((await names(page)).filter((name) => first.includes(name))).toEqual([]);
    await page.getByRole('checkbox', { name: /^Lao PDR/ }).check();
    await page.getByRole('button', { name: 'Apply these filters' }).click();
    await page.waitForURL('**/cities?country=LA');
    const shown = await page.locator('#results .records').innerText();
    expect(shown).toContain('Lao PDR');
    expect(shown).not.toContain('Viet Nam');
    expect(await names(page)).toContain('Vientiane ວຽງຈັນ');
    await page.getByRole('link', { name: /Take away the filter Lao PDR/ }).click();
    await page.waitForURL('**/cities');
    expect(await count(page)).toBe(all);
    await page.getByLabel('Find a city').fill('ວຽງຈັນ');
    await page.getByLabel('Find a city').press('Enter');
    await page.waitForURL(/cities\?q=/);
    expect(await names(page)).toContain('Vientiane ວຽງຈັນ');
    await context.close();
  });

  it.each([
    ['country', 'PH'],
    ['kind', 'city'],
    ['forum', 'AGMF'],
    ['topic', 'solid-waste'],
    ['coast', 'inland'],
    ['size', '1m-5m'],
  ])('shows as many cities for a %s as its filter says', async (name, value) => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/cities');
    const input = page.locator(`#narrow input[name="${name}"][value="${value}"]`);
    const said = await input.evaluate((element) => element.parentElement?.textContent ?? '');
    const expected = Number(/(\d+)$/.exec(said.trim())?.[1]);
    expect(expected).toBeGreaterThan(0);
    await page.goto(`/cities?${name}=${value}`);
    expect(Number.parseInt(await count(page), 10)).toBe(expected);
    expect(await input.isChecked()).toBe(true);
    await context.close();
  });

  it('helps on where no city fits, and says what of the address it left out', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/cities?q=bandung&country=PH');
    expect(await page.getByText('No city with “bandung” in its name fits.').count()).toBe(1);
    await page.getByRole('link', { name: 'The same name without filters' }).click();
    await page.waitForURL('**/cities?q=bandung');
    expect(await names(page)).toEqual(['Bandung']);
    await page.goto('/cities?country=XX&cursor=%00&topic=%F0%9F%98%80');
    expect(await page.locator('main').innerText()).toContain('XX');
    expect((await names(page)).length).toBe(30);
    await context.close();
  });

  it('shows the present cities of the same filters on a map, each a link', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/cities?country=VN');
    const listed = Number.parseInt(await count(page), 10);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.waitForURL('**/cities?country=VN&view=map');
    const points = page.locator('#results svg a[href^="/cities/"]');
    const former = /(\d+) former/.exec(await page.locator('#results').innerText())?.[1];
    expect(Number(former)).toBeGreaterThan(0);
    expect(await points.count()).toBe(listed - Number(former));
    expect(await page.locator(`#results svg a[href="/cities/${FORMER}"]`).count()).toBe(0);
    await page.getByRole('link', { name: 'Show the same cities as a list' }).click();
    await page.waitForURL('**/cities?country=VN');
    await context.close();
  });
});

describe('the page of a city', () => {
  it('holds facts with year and source, what it looks for and can share, the time there, and whose words it is', async () => {
    const { session } = await siteStaff('bandung');
    const { page, context } = await visit(browser, { hasScripts: false, session });
    await page.goto('/cities/bandung');
    const main = page.locator('main');
    expect(await main.innerText()).toContain('Compiled from public sources, not a statement of the city.');
    expect(await main.innerText()).toMatch(/City in Indonesia\. It is \d\d:\d\d there \(UTC\+7\)\./);
    const facts = page.getByRole('region', { name: 'Facts' });
    for (const label of ['Population', 'Coast', 'Languages', 'Forums']) {
      expect(await facts.locator('dt', { hasText: label }).count()).toBe(1);
    }
    expect(await facts.locator('dd').first().innerText()).toMatch(/^2,444,160/);
    for (const name of ['Bandung looks for', 'Bandung can share']) {
      expect(await page.getByRole('region', { name }).locator('h3').count()).toBeGreaterThan(0);
    }
    expect(await page.getByRole('region', { name: 'Sources' }).locator('a').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Find partners for Bandung' }).click();
    await page.waitForURL('**/cities/bandung/matches');
    await context.close();
  });

  it('starts from similar cities, and says why these, where nothing is on record', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto(`/cities/${WITHOUT_RECORDS}`);
    expect(await page.getByRole('heading', { name: /^Nothing is on record for/ }).count()).toBe(1);
    const similar = page.getByRole('region', { name: /^Cities like/ });
    expect(await similar.locator('h3 a[href^="/cities/"]').count()).toBeGreaterThan(2);
    expect(await similar.locator('.why').first().innerText()).toMatch(/^In common: .+\.$/);
    const practices = page.getByRole('region', { name: 'What they did' });
    expect(await practices.locator('h3 a[href^="/practices/"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('speaks of a former city in the past and leads to no partner', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto(`/cities/${FORMER}`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/City in Viet Nam until \d+ \w+ 2025\./);
    expect(text).not.toContain('It is ');
    expect(await page.locator(`a[href*="/matches"]`).count()).toBe(0);
    expect(text).not.toMatch(/will confirm|To be confirmed/i);
    expect(text).toMatch(/(On the coast|Inland)\s+General knowledge of the place/);
    await context.close();
  });

  it('says in Indonesian, too, why a former city has a page, and names the Philippines as English does', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto(`/cities/${FORMER}?lang=id`);
    expect(await page.locator('main').innerText()).toContain('tidak dapat lagi menunjuk narahubung');
    expect(await page.getByText('Provincial cities of Viet Nam').count()).toBe(0);
    await page.goto('/cities/tacloban?lang=en');
    expect(await page.locator('main').innerText()).toContain('City in the Philippines.');
    await context.close();
  });

  it.each(['practice', 'need'])('marks each %s of a former city and invites nobody to it', async (kind) => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto(`/cities/${FORMER}`);
    await page.locator(`h3 a[href^="/${kind}s/"]`).first().click();
    await page.waitForURL(`**/${kind}s/**`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Viet Nam (until 1 July 2025)');
    expect(text).not.toMatch(/You work for|not yet confirmed|looks for\b.*Hoi An|See what Hoi An/i);
    await context.close();
  });
});
