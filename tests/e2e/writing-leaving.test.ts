import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const TEXT = 'The problem';
const TAKE = 'Put it into the form';
const OFFER = 'This device has another text';

/** A new need of Tacloban, on its second step. */
async function writeNeed() {
  const { token } = await atSite(() => signIn({ city: 'tacloban' }, 'focal-point', { isTrial: true }));
  const seat = await visit(browser, { session: token, width: 360 });
  const { page } = seat;
  await page.goto('/our-city/needs/new');
  await page.getByLabel('The need in one line').fill(`Shelters ${randomUUID().slice(0, 8)}`);
  await page.getByRole('button', { name: 'Start writing', exact: true }).click();
  await page.waitForURL('**/edit?step=*');
  await page.waitForLoadState('networkidle');
  return { ...seat, address: page.url() };
}
const field = (page: Page) => page.getByLabel(TEXT);
const hasSaved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/).waitFor();

/** Writes while no line is there, and closes the window. @returns a new one, on the same step */
async function loseAfter(seat: Awaited<ReturnType<typeof writeNeed>>, text: string): Promise<Page> {
  // A line cut by the browser's tools is back for what a page sends while it goes away.
  await seat.page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('no line'));
  });
  await field(seat.page).pressSequentially(text);
  await seat.page.close();
  const page = await seat.context.newPage();
  await page.goto(seat.address, { waitUntil: 'networkidle' });
  return page;
}

describe('a text that is offered', () => {
  it('stays, however much is typed and saved before it is taken', async () => {
    const seat = await writeNeed();
    const page = await loseAfter(seat, 'A long text from a boat.');
    await page.getByText(OFFER).waitFor();
    await field(page).pressSequentially('Short.');
    await page.waitForTimeout(4000);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await field(page).inputValue()).toBe('Short.');
    expect(await page.getByText('A long text from a boat.').count()).toBe(1);
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.waitForURL('**/edit?step=topics');
    await page.goto(seat.address, { waitUntil: 'networkidle' });
    expect(await page.getByText('A long text from a boat.').count()).toBe(1);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete it from this device' }).click();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.getByText(OFFER).count()).toBe(0);
    await seat.context.close();
  });

  it('stands beside a second one, and what the form held is offered when one is taken', async () => {
    const seat = await writeNeed();
    const second = await loseAfter(seat, 'First.');
    const page = await loseAfter({ ...seat, page: second }, 'Second.');
    expect(await page.getByText(OFFER).count()).toBe(2);
    await field(page).pressSequentially('Third.');
    await page.getByRole('button', { name: TAKE }).first().click();
    expect(await field(page).inputValue()).toBe('Second.');
    for (const text of ['First.', 'Third.']) await page.getByText(text, { exact: true }).waitFor();
    expect(await page.getByText(OFFER).count()).toBe(2);
    await seat.context.close();
  });

  it('is saved like typing once it is in the form', async () => {
    const seat = await writeNeed();
    const page = await loseAfter(seat, 'From a boat.');
    await page.getByRole('button', { name: TAKE }).click();
    await page.getByText(/^Kept on this device/).waitFor();
    await hasSaved(page);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await field(page).inputValue()).toBe('From a boat.');
    expect(await page.getByText(OFFER).count()).toBe(0);
    await seat.context.close();
  });
});

describe('leaving a step', () => {
  it('by a link right after the last key loses nothing: the record has it', async () => {
    const { page, context, troubles } = await writeNeed();
    await field(page).pressSequentially('Last words.');
    await page.getByRole('link', { name: 'See the whole record' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    await page.getByText('Last words.').waitFor();
    expect(await page.getByText('did not arrive').count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('by closing the window sends what is unsent', async () => {
    const { page, context, address } = await writeNeed();
    await field(page).pressSequentially('Closed at once.');
    await page.close({ runBeforeUnload: true });
    const again = await context.newPage();
    await again.waitForTimeout(3000);
    await again.goto(address, { waitUntil: 'networkidle' });
    expect(await field(again).inputValue()).toBe('Closed at once.');
    expect(await again.getByText(OFFER).count()).toBe(0);
    await context.close();
  });

  it('without a line is said beside the buttons of the record, with the way back', async () => {
    const seat = await writeNeed();
    const page = await loseAfter(seat, 'Not there yet.');
    await page.getByRole('link', { name: 'See the whole record' }).click();
    await page.getByRole('heading', { name: 'This device has text that did not arrive' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await page.locator('.notice').getByRole('link', { name: 'Describe the problem' }).click();
    await page.getByRole('button', { name: TAKE }).click();
    await page.getByRole('link', { name: 'See the whole record' }).click();
    await page.getByText('Not there yet.').waitFor();
    expect(await page.getByText('did not arrive').count()).toBe(0);
    await seat.context.close();
  });
});
