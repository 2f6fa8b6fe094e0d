import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type Visit, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atDatabaseOf } from '#tests/support/site-people.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';

// A site of its own: what these people publish is public, and would change what other tests count.
const folder = mkdtempSync(join(tmpdir(), 'saling-people-'));
let browser: Browser;
let site: Site;
let officer: string;
let partner: string;
beforeAll(async () => {
  site = await startSite(folder);
  browser = await openBrowser();
  [officer, partner] = await atDatabaseOf(join(folder, 'data'), async () => [
    (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).token,
    (await signIn({ city: 'bandung' }, 'staff')).token,
  ]);
});
afterAll(async () => {
  await browser.close();
  await endProcess(site.pid);
  rmSync(folder, { recursive: true, force: true });
});

const CITY = 'palembang';
const enter = (reader: Parameters<typeof visit>[1] = {}) => visit(browser, { ...reader, base: site.url });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** The newest mail to this address that holds such a link, as the outbox shows it. */
async function mailTo(page: Page, email: string, href: string): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto('/outbox');
    const link = page.locator('li').filter({ hasText: email }).locator(`a[href*="${href}"]`);
    if ((await link.count()) > 0) return (await link.first().getAttribute('href')) ?? '';
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail with ${href} came to ${email}`);
}

async function invite({ page }: Visit, role: string, email: string, name: string): Promise<void> {
  await page.goto('/desk/invite');
  await page.getByLabel('Office', { exact: true }).selectOption(`city:${CITY}`);
  await page.getByLabel('Role').selectOption(role);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Name').fill(name);
  await press(page, 'Send the invitation');
  await page.getByText('The invitation is on its way.').waitFor();
}

/** Says yes, signs in by the mailed link, and files the letter. */
async function joinOffice({ page }: Visit, email: string): Promise<void> {
  await page.goto(await mailTo(page, email, '/invitation?token='));
  await press(page, 'Say yes to this role');
  await page.getByRole('heading', { level: 1, name: 'Thank you for saying yes' }).waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('Your e-mail address at the office').fill(email);
  await press(page, 'Send me the mail');
  await page.getByRole('heading', { level: 1, name: 'Look into your mailbox' }).waitFor();
  await page.goto(await mailTo(page, email, '/sign-in/link'));
  await press(page, `Sign in as ${email}`);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/appointments');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('textbox', { name: 'Letter of appointment' }).fill('180/12/2026');
  await press(page, 'File the letter');
  await page.getByText('The letter is filed.').waitFor();
}

async function write({ page }: Visit, title: string): Promise<string> {
  await page.goto('/our-city/practices/new');
  await page.getByLabel('Name of the practice').fill(title);
  await press(page, 'Start writing');
  await page.waitForURL('**/edit?step=summary');
  await page
    .getByLabel('Summary')
    .fill('Households separate organic waste from the rest; carts collect it for composting every day.');
  await press(page, 'Save and go on');
  await page.waitForURL('**/edit?step=topics');
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
  await press(page, 'Save and go on');
  await page.waitForURL('**/edit?step=problem');
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}

/** Waits until a page that is loaded again and again shows the text. */
async function until(page: Page, path: string, text: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(path);
    if ((await page.getByText(text).count()) > 0) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`${path} never showed ${text}`);
}

it('three people take a city from invitation to a new practice that stands in search and in another city’s matches', async () => {
  const title = 'Separate collection of organic waste for composting in every quarter';
  const secretariat = await enter({ session: officer });
  await invite(secretariat, 'head-of-office', 'head@office.example', 'Ibu Ratu');
  await invite(secretariat, 'focal-point', 'focal@office.example', 'Suharto');

  const head = await enter();
  const focal = await enter({ width: 360 });
  await joinOffice(head, 'head@office.example');
  await joinOffice(focal, 'focal@office.example');

  await secretariat.page.goto('/desk');
  for (const name of [/Ibu Ratu/, /Suharto/]) await secretariat.page.getByLabel(name).check();
  await press(secretariat.page, 'Confirm the chosen');
  await secretariat.page.getByText(/appointments are confirmed/).waitFor();

  const id = await write(focal, title);
  await focal.page.goto(`/our-city/practices/${id}`);
  await press(focal.page, 'Send to the mayor’s office');
  await focal.page.getByText('Sent to the mayor’s office.').waitFor();

  await head.page.goto(`/our-city/practices/${id}`);
  await press(head.page, /^Publish$/);
  await head.page.getByText('Published. It is now the statement of your city.').waitFor();

  const stranger = await enter();
  await until(stranger.page, '/practices?q=organic+waste+composting+quarter', title);
  const other = await enter({ session: partner });
  await until(other.page, '/cities/bandung/matches?mode=learn-from&limit=50', title);
  for (const person of [secretariat, head, focal, stranger, other]) {
    expect(person.troubles).toEqual([]);
    await person.context.close();
  }
}, 180_000);
