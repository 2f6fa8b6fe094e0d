import type { Browser } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { databaseUrl } from '#lib/core/database.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { newId } from '#lib/platform/ids.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

const CITY = 'iloilo-city';
let browser: Browser;
let session: string;

beforeAll(async () => {
  browser = await openBrowser();
  session = await atSite(async () => {
    await askCorrection(
      { ...jobContext('test'), actor: { kind: 'visitor', isOnTrialCopy: false } },
      newId(),
      {
        recordKind: 'city',
        recordKey: CITY,
        wish: 'correction',
        message: 'The number of residents is an old one.',
      },
    );
    return (await signIn({ city: CITY }, 'focal-point')).token;
  });
});
afterAll(async () => {
  await browser?.close();
  // The site is everybody's: what the city has said is taken back.
  await atSite(async () => {
    const sql = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
    const own = sql`(select id from city where key = ${CITY})`;
    for (const table of ['city_fact', 'city_fact_version', 'city_fact_draft'])
      await sql`delete from ${sql(table)} where city_id = ${own}`;
    for (const table of ['practice', 'need'])
      await sql`update ${sql(table)} set origin = 'compiled', confirmed_at = null where city_id = ${own}`;
    await sql.end({ timeout: 1 });
  });
});

describe('on a phone, without scripts, a focal point', () => {
  it('states a fact with year and source, is told what is missing, and undoes it', async () => {
    const { page, context } = await visit(browser, { session, width: 320, hasScripts: false });
    await page.goto('/our-city/facts/area');
    await page.getByLabel('Area in square kilometres').fill('78,34');
    await page.getByRole('button', { name: 'State it' }).click();
    expect(await page.getByText('A figure needs its year.').count()).toBeGreaterThan(0);
    expect(await page.getByLabel('Area in square kilometres').inputValue()).toBe('78,34');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await page.locator('#year').fill('2020');
    await page.locator('#sourceTitle').fill('Philippine Statistics Authority');
    await page.getByRole('button', { name: 'State it' }).click();
    await page.waitForURL(/\/our-city\/facts\?/);
    await page.goto(`/cities/${CITY}`);
    const facts = await page.locator('.facts').innerText();
    expect(facts).toContain('78.34 km² (2020)');
    expect(facts).toContain('Stated by the city');
    await page.goto('/our-city/facts?done=stated&fact=area');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL(/done=undone/);
    await page.goto(`/cities/${CITY}`);
    expect(await page.locator('.facts').innerText()).not.toContain('78.34');
    await context.close();
  });

  it('goes through what public sources say, one thing after the other', async () => {
    const { page, context } = await visit(browser, { session, width: 320, hasScripts: false });
    await page.goto('/our-city');
    await page.locator('a[href="/our-city/claim"]').click();
    const progress = page.getByText(/^\d+ of \d+ looked at\.$/);
    const total = Number((await progress.innerText()).split(' ')[2]);
    expect(total).toBeGreaterThan(2);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    for (let done = 0; done < total; done += 1) {
      expect(await progress.innerText()).toBe(`${done} of ${total} looked at.`);
      await page.getByRole('button', { name: done === 1 ? 'Remove it' : 'Confirm', exact: true }).click();
      await page.waitForURL(/done=/);
    }
    expect(await progress.innerText()).toBe(`${total} of ${total} looked at.`);
    await page.goto(`/cities/${CITY}`);
    expect(await page.getByText('not a statement of the city').count()).toBe(0);
    await context.close();
  });

  it('answers what a reader asks about a record of the city', async () => {
    const { page, context } = await visit(browser, { session, width: 320, hasScripts: false });
    await page.goto('/our-city');
    await page.getByRole('link', { name: 'Read and answer' }).click();
    expect(await page.getByText('The number of residents is an old one.').count()).toBe(1);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'It stays as it is' }).click();
    await page.getByText('Your city says: it stays as it is.').waitFor();
    await page.goto('/our-city');
    expect(await page.getByRole('link', { name: 'Read and answer' }).count()).toBe(0);
    await context.close();
  });
});

it('the pages hold for a keyboard and a reader of the screen, in both themes', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const { page, context, troubles } = await visit(browser, { session, width: 320, theme });
    for (const address of [
      '/our-city/facts',
      '/our-city/facts/languages',
      '/our-city/claim',
      '/our-city/requests',
    ]) {
      await page.goto(address);
      expect(await findViolations(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await context.close();
  }
});

it('a visitor is led from the page of a city to its partners, by sign-in', async () => {
  const { page, context } = await visit(browser, { hasScripts: false });
  await page.goto(`/cities/${CITY}`);
  await page.getByRole('link', { name: /^Find partners for / }).click();
  expect(new URL(page.url()).searchParams.get('to')).toBe(`/cities/${CITY}/matches`);
  await context.close();
});
