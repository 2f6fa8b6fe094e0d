import type { Browser } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrl } from '#lib/core/database.ts';
import { sweepProfiles } from '#lib/profile/commands/remind.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

const CITY = 'rayong';
const EMAIL = 'profile@office.example';
let browser: Browser;
let session: string;

const atOwner = (work: (sql: postgres.Sql) => Promise<unknown>) =>
  atSite(async () => {
    const sql = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
    try {
      await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  });

beforeAll(async () => {
  browser = await openBrowser();
  session = await atSite(async () => (await signIn({ city: CITY }, 'focal-point', { email: EMAIL })).token);
  // The site's clock is everybody's: instead, the city confirmed long ago.
  await atOwner(async (sql) => {
    await sql`update practice set origin = 'city', confirmed_at = saling_now() - interval '200 days'
      where city_id = (select id from city where key = ${CITY})`;
    await sweepProfiles();
  });
});

afterAll(async () => {
  await browser?.close();
  await atOwner(
    (sql) => sql`update practice set origin = 'compiled', confirmed_at = null
      where city_id = (select id from city where key = ${CITY})`,
  );
});

describe('a profile that was not confirmed for half a year', () => {
  it('is asked about on the page of the city', async () => {
    const { page, context, troubles } = await visit(browser, { session, width: 320 });
    await page.goto('/our-city');
    expect(await page.locator('#profile').innerText()).toContain('statement');
    expect(await page.getByRole('button', { name: 'Everything is still right' }).count()).toBe(1);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    expect(await findViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('is confirmed from the mail, without signing in and without scripts; the link works once', async () => {
    const { page, context } = await visit(browser, { hasScripts: false, width: 320 });
    await page.goto('/outbox');
    const link = page.locator('a[href*="/confirm-profile?token="]').first();
    const address = (await link.getAttribute('href')) ?? '';
    await page.goto(address);
    expect(await page.locator('main li').count()).toBeGreaterThan(0);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Everything is still right' }).click();
    await page.getByRole('heading', { name: 'Thank you: the profile is confirmed' }).waitFor();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Nothing is left to confirm' }).waitFor();
    await page.goto('/confirm-profile?token=made.up');
    await page.getByRole('heading', { name: 'This link is not known' }).waitFor();
    await context.close();
  });

  it('is then at rest on the page of the city', async () => {
    const { page, context } = await visit(browser, { session, language: 'id' });
    await page.goto('/our-city');
    expect(await page.locator('#profile').innerText()).toContain('Anda akan ditanya lagi');
    await context.close();
  });
});
