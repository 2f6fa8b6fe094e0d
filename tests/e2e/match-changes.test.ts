import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded/embedded.ts';
import { readSeedFiles } from '#db/seed/files.ts';
import { practiceInput } from '#db/seed/mapping.ts';
import { SAMPLE_FOLDER } from '#db/seed/seed.ts';
import { jobContext } from '#lib/core/context.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { newId } from '#lib/platform/ids.ts';
import { importPractice } from '#lib/practices/commands/import.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atDatabaseOf } from '#tests/support/site-people.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'saling-changes-'));
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

/** Changes the title of a practice as a job, in another process than the server's. */
async function rename(id: string, title: string): Promise<void> {
  const files = await readSeedFiles(SAMPLE_FOLDER);
  const practice = files.practices.find((one) => one.id === id);
  const city = files.cities.find((one) => one.slug === practice?.citySlug);
  if (practice === undefined || city === undefined) throw new Error(`${id} is not among the sample data`);
  const database = await startEmbedded({ folder: join(folder, 'data'), purpose: 'tool' });
  try {
    expect(database.wasRunning).toBe(true);
    setDatabaseUrl(database.url);
    const input = { ...practiceInput(practice, city, files), title };
    expect(await importPractice(jobContext('test'), newId(), input)).toEqual({ changed: true });
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** Opens a match page and waits until the socket server has confirmed that it watches. */
async function open(slug: string): Promise<Page> {
  const session = await atDatabaseOf(
    join(folder, 'data'),
    async () => (await signIn({ city: slug }, 'staff')).token,
  );
  const context = await browser.newContext();
  await context.addCookies([{ name: 'saling-session', value: session, url: site.url }]);
  const page = await context.newPage();
  const socket = page.waitForEvent('websocket');
  await page.goto(`${site.url}/cities/${slug}/matches`, { waitUntil: 'networkidle' });
  expect((await socket).url()).toContain('/realtime');
  return page;
}
const offer = (page: Page) => page.getByText('A record behind this page has changed.');

it('an open match page, also the partner’s, offers to reload when a record behind it has changed, and then shows it', async () => {
  const own = await open('bandung');
  const first = own.locator('article.match').first();
  const partner = await first.getByRole('link', { name: /^Open / }).getAttribute('href');
  const practice = await first.locator('.end--prac .rec a').first().getAttribute('href');
  const other = await open(String(partner).split('/').at(-1) ?? '');
  for (const page of [own, other]) expect(await offer(page).count()).toBe(0);

  await rename(String(practice).split('/').at(-1) ?? '', 'A title that was changed meanwhile');
  for (const page of [own, other]) await offer(page).waitFor({ timeout: 15_000 });
  expect(await own.getByText('A title that was changed meanwhile').count()).toBe(0);
  await own.getByRole('button', { name: 'Reload' }).click();
  await own.getByText('A title that was changed meanwhile').first().waitFor({ timeout: 15_000 });
});
