import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#lib/core/transaction.ts';
import { selectPersonByEmail } from '#lib/identity/store/people.ts';
import { newId } from '#lib/platform/ids.ts';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { openSession, signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

let browser: Browser;
let officer: string;
beforeAll(async () => {
  browser = await openBrowser();
  officer = await atSite(async () => (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).token);
});
afterAll(() => browser.close());

const sessionOf = (email: string): Promise<string> =>
  atSite(async () => {
    const person = await withActor({ kind: 'job', name: 'test' }, (tx) => selectPersonByEmail(tx, email));
    if (person === undefined) throw new Error(`nobody has the address ${email}`);
    return openSession(person.id);
  });

/** The link in the newest mail to this address, from the outbox of the trial copy. */
async function linkTo(page: Page, email: string): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto('/outbox');
    const mail = page.locator('article, li, section').filter({ hasText: email }).last();
    const link = mail.locator('a[href*="/invitation?token="]');
    if ((await link.count()) > 0) return (await link.first().getAttribute('href')) ?? '';
    await page.waitForTimeout(250);
  }
  throw new Error('no mail came');
}

describe.each([
  ['with scripts', true, 'palembang'],
  ['without scripts', false, 'yogyakarta'],
] as const)('a focal point, %s', (_name, hasScripts, city) => {
  it('is invited, says yes, names the letter, is confirmed, and acts', async () => {
    const email = `${newId()}@office.example`;
    const secretariat = await visit(browser, { session: officer, hasScripts });
    const { page } = secretariat;
    await page.goto('/desk/invite');
    await page.getByLabel('Office', { exact: true }).selectOption(`city:${city}`);
    await page.getByLabel('Role').selectOption('focal-point');
    await page.getByLabel('E-mail address').fill('nobody');
    await page.getByLabel('Name').fill('Bapak Ketut Rai, S.T.');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('alert').filter({ hasText: 'Please correct this first' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Bapak Ketut Rai, S.T.');
    expect(await page.getByLabel('Office', { exact: true }).inputValue()).toBe(`city:${city}`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('The invitation is on its way.').waitFor();

    const invited = await visit(browser, { hasScripts });
    await invited.page.goto(await linkTo(invited.page, email));
    await invited.page.getByRole('heading', { level: 1, name: 'You are invited' }).waitFor();
    expect(await invited.page.getByLabel('Name').inputValue()).toBe('Bapak Ketut Rai, S.T.');
    await invited.page.getByRole('button', { name: 'Say yes to this role' }).click();
    await invited.page.getByRole('heading', { level: 1, name: 'Thank you for saying yes' }).waitFor();
    expect(invited.troubles).toEqual([]);
    await invited.page.goBack();
    await invited.page.reload();
    await invited.page.getByRole('heading', { level: 1, name: 'This invitation has been taken' }).waitFor();

    const herself = await visit(browser, { session: await sessionOf(email), hasScripts });
    await herself.page.goto('/appointments');
    await herself.page.getByRole('table').getByRole('link').first().click();
    await herself.page.getByRole('textbox', { name: 'Letter of appointment' }).fill('180/12/2026');
    await herself.page.getByRole('button', { name: 'File the letter' }).click();
    await herself.page.getByText('The letter is filed.').waitFor();

    await page.goto('/desk');
    await page.getByLabel(/Bapak Ketut Rai/).check();
    await page.getByRole('button', { name: 'Confirm the chosen' }).click();
    await page.getByText('One appointment is confirmed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('One appointment is to be confirmed again.').waitFor();
    await page.getByLabel(/Bapak Ketut Rai/).check();
    await page.getByRole('button', { name: 'Confirm the chosen' }).click();
    await page.getByText('One appointment is confirmed.').waitFor();

    await herself.page.goto('/our-city/people');
    expect(await herself.page.getByRole('table').innerText()).toContain('Bapak Ketut Rai');
    expect([...secretariat.troubles, ...herself.troubles]).toEqual([]);
    for (const { context } of [secretariat, invited, herself]) await context.close();
  });
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('a spreadsheet, %s', (_name, hasScripts) => {
  it('is looked at, corrected and sent', async () => {
    const email = `${newId()}@office.example`;
    const { page, context, troubles } = await visit(browser, { session: officer, hasScripts });
    await page.goto('/desk/spreadsheet');
    const rows = page.getByLabel('Copied rows');
    await rows.fill(`office,role,email\nJakarta,focal-point,${email}`);
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByText('is not served by this secretariat.').waitFor();
    expect(await page.getByRole('button', { name: 'Invite all of them' }).count()).toBe(0);
    await rows.fill(`office,role,email\nSurakarta,staff,${email}`);
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByText('Every row is right. Nobody is invited yet.').waitFor();
    await page.getByRole('button', { name: 'Invite all of them' }).click();
    await page.getByText('One invitation is on its way.').waitFor();
    await page.getByLabel(new RegExp(email)).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

it('an observer that nobody has named before is invited by its name, also without scripts', async () => {
  const email = `${newId()}@observer.example`;
  const { page, context } = await visit(browser, { session: officer, hasScripts: false, width: 360 });
  await page.goto('/desk/invite');
  await page
    .getByLabel('Office', { exact: true })
    .selectOption({ label: 'An observer that is not in this list yet' });
  await page.getByLabel('Role').selectOption('observer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByRole('alert').getByText('Write the name of the observer').waitFor();
  await page.getByLabel('Observer').fill('Bank of Rivers');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('The invitation is on its way.').waitFor();
  await page.goto('/desk/invite');
  await page.getByLabel('Office', { exact: true }).selectOption('observer:Bank of Rivers');
  await context.close();
});
