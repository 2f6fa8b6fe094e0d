import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FORM = '/corrections/new?kind=practice&id=dili-recycling-pilot';
const send = (page: Page) => page.getByRole('button', { name: 'Ask for this change' }).click();
const message = (page: Page) => page.getByLabel('What is wrong or missing?');

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a wish for correction, %s', (_name, hasScripts) => {
  it('is refused with a summary that leads to each field, and keeps what was written', async () => {
    const { page, context } = await visit(browser, { hasScripts });
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await page.getByLabel('Remove it').check();
    await page.getByLabel(/Your office/).fill('Environment Office, City of Dili');
    await page.getByLabel(/Your e-mail address/).fill('not an address');
    await send(page);
    const summary = page.getByRole('alert').filter({ hasText: 'Please correct this first' });
    await summary.waitFor();
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Write what is wrong or missing.',
      'This is not an e-mail address, such as office@city.example. You may also leave it empty.',
    ]);
    expect(await message(page).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel(/Your office/).inputValue()).toBe('Environment Office, City of Dili');
    expect(await page.getByLabel(/Your e-mail address/).inputValue()).toBe('not an address');
    expect(await page.getByLabel('Remove it').isChecked()).toBe(true);
    await summary.getByRole('link').first().click();
    expect(await message(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await context.close();
  });

  it('is thanked for, says what happens next, and leads back', async () => {
    const { page, context, troubles } = await visit(browser, { hasScripts });
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await message(page).fill(`The second phase ended in 2022. ${randomUUID()}`);
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/corrections/thanks');
    expect(await page.getByRole('heading', { name: 'What happens next' }).count()).toBe(1);
    await page.getByRole('link', { name: /Recycling Promotion Pilot/ }).click();
    await page.waitForURL('**/practices/dili-recycling-pilot');
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe('a wish for correction', () => {
  it('stays in the form when the line is lost, and can be sent again', async () => {
    const { page, context } = await visit(browser);
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await message(page).fill('The year is wrong.');
    await context.setOffline(true);
    await send(page);
    await page.getByRole('heading', { name: 'No answer came' }).waitFor();
    expect(await message(page).inputValue()).toBe('The year is wrong.');
    await context.setOffline(false);
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    await context.close();
  });

  it('that is more than the server takes at once says so, not that the line was lost', async () => {
    const { page, context } = await visit(browser, { language: 'id' });
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await page.locator('#message').fill('Tahunnya keliru.');
    await page.locator('#office').fill('ก'.repeat(30_000));
    await page.getByRole('button', { name: 'Minta perubahan ini' }).click();
    await page.getByRole('heading', { name: 'Kiriman terlalu besar' }).waitFor();
    expect(await page.locator('.notice--error').innerText()).toContain('Paling banyak 64 kilobita');
    expect(await page.locator('#message').inputValue()).toBe('Tahunnya keliru.');
    await context.close();
  });

  it('is refused in the language of the reader', async () => {
    const { page, context } = await visit(browser, { language: 'id', width: 320 });
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Minta perubahan ini' }).click();
    await page.getByRole('link', { name: 'Tuliskan apa yang keliru atau kurang.' }).waitFor();
    await context.close();
  });

  it('is refused when it is longer than can be kept, without losing it', async () => {
    const { page, context } = await visit(browser);
    await page.goto(FORM, { waitUntil: 'networkidle' });
    await message(page).fill('x'.repeat(4001));
    await send(page);
    await page.getByRole('link', { name: /longer than 4,000 characters/ }).waitFor();
    expect(await message(page).inputValue()).toHaveLength(4001);
    await context.close();
  });
});
