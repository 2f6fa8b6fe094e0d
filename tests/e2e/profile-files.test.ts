import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#lib/platform/ids.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

const CITY = 'pekalongan';
let browser: Browser;
let session: string;
const name = `Rain gardens ${newId()}`;

beforeAll(async () => {
  browser = await openBrowser();
  session = await atSite(async () => (await signIn({ city: CITY }, 'staff')).token);
});
afterAll(() => browser?.close());

const send = async (page: Page, file: string, text: string | Buffer, button: string) => {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page
    .getByLabel(/^(File|Corrected rows|Berkas)$/)
    .setInputFiles({ name: file, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: button }).click();
};
/** axe needs scripts of the page. */
const expectSound = async (page: Page, hasScripts = false) => {
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  if (hasScripts) expect(await findViolations(page)).toEqual([]);
};

describe('records of a city as a file, on a phone without scripts', () => {
  it('go out, are changed, come back, are corrected, and wait as drafts', async () => {
    const { page, context } = await visit(browser, { session, width: 320, hasScripts: false });
    await page.goto('/our-city');
    await page.getByRole('link', { name: 'Take our records along as files' }).click();
    await page.getByRole('heading', { name: 'Take our records along' }).waitFor();
    await expectSound(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Practices as CSV' }).click();
    const table = await readFile(await (await download).path(), 'utf8');
    expect(table.startsWith('\uFEFFkind,id,language,title,summary')).toBe(true);

    await page.goto('/our-city/import');
    await expectSound(page);
    await page.getByText('Which columns a table can have').click();
    await expectSound(page);
    await send(page, 'practices.csv', table, 'Look at it first');
    await page.getByText('The file says what stands here already.').waitFor();

    await page.getByRole('link', { name: 'Choose another file' }).click();
    const [, first = ''] = /\r\npractice,([a-z0-9-]+),/.exec(table) ?? [];
    const changed = `id;language;title;summary;start_year\r\n${first};;;"Another summary; longer";\r\n;en;${name};What was done;20x1\r\n`;
    await send(
      page,
      'practices.csv',
      changed.replace(`${first};;;`, `${first};;A title;`),
      'Look at it first',
    );
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor();
    expect(await page.getByRole('button', { name: /Take over/ }).count()).toBe(0);
    expect(await page.locator('.planproblems').innerText()).toContain('start_year');
    await expectSound(page);
    const refused = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Refused rows as CSV' }).click();
    const rows = await readFile(await (await refused).path(), 'utf8');
    expect(rows).toContain('refused_because');

    await send(page, 'refused.csv', rows.replace('20x1', '2021'), 'Look at the corrected rows');
    await page.getByRole('button', { name: 'Take over 2 records' }).waitFor();
    expect(await page.locator('.planchanges').first().innerText()).toContain('Another summary; longer');
    await expectSound(page);
    await page.getByRole('button', { name: 'Take over 2 records' }).click();
    await page.getByRole('heading', { name: 'It is taken over' }).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Go to our city' }).click();
    await page.getByText(name).first().waitFor();
    await context.close();
  });

  it('facts go out as a table, come back in the words of a spreadsheet, and wait to be stated', async () => {
    const { page, context } = await visit(browser, { session, width: 360, hasScripts: false });
    await page.goto('/our-city/export');
    await page.getByText('Does everything stand in one column?').click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Facts with semicolons' }).click();
    const table = await readFile(await (await download).path(), 'utf8');
    expect(table).toContain('\r\narea;;;;;;;\r\n');
    await page.goto('/our-city/import');
    await send(page, 'facts.csv', table, 'Look at it first');
    await page.getByText('The file says what stands here already.').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('latitude');
    await page.getByRole('link', { name: 'Choose another file' }).click();
    await send(page, 'facts.csv', 'fact;value\r\narea;"45;3\r\n', 'Look at it first');
    await page.getByRole('alert').getByText('Row 2 cannot be read').waitFor();
    const filled = table.replace('area;;;;', 'area;45,25;2024;BPS;').replace('waste;;;;', 'waste;12-May;;;');
    await send(page, 'facts.csv', filled, 'Look at it first');
    await page.getByText('This is not a number as it is understood here.').waitFor();
    await expectSound(page);
    await send(
      page,
      'refused.csv',
      'row;kind;id;value;year;source_title\r\n6;fact;waste;120;2024;DLH\r\n',
      'Look at the corrected rows',
    );
    expect(await page.locator('.planchanges').first().innerText()).toContain('45,25');
    await page.getByRole('button', { name: /^Take over/ }).click();
    await page.getByText('2 facts wait to be stated.').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Go to the facts of our city' }).click();
    await page
      .getByText(/Being written since/)
      .first()
      .waitFor();
    await context.close();
  });

  it('what is no such file says why, and what to do', async () => {
    const { page, context } = await visit(browser, { session, width: 320, hasScripts: false });
    await page.goto('/our-city/import');
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByRole('alert').getByText('Please choose a file.').waitFor();
    const zip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    await send(page, 'practices.csv', zip, 'Look at it first');
    await page.getByRole('alert').getByText('This is a workbook').waitFor();
    await send(page, 'practices.csv', Buffer.alloc(6_000_000, 'a'), 'Look at it first');
    await page.getByRole('alert').getByText('larger than 5 MB').waitFor();
    await expectSound(page);
    await send(page, 'practices.csv', Buffer.alloc(11_000_000, 'a'), 'Look at it first');
    await page.getByRole('heading', { name: 'This file is too large' }).waitFor();
    await context.close();
  });
});

it('a file takes its way with scripts, too, in Indonesian', async () => {
  const { page, context, troubles } = await visit(browser, { session, language: 'id', theme: 'dark' });
  await page.goto('/our-city/export');
  await expectSound(page, true);
  await page.goto('/our-city/import');
  await page.getByRole('button', { name: 'Lihat dahulu' }).click();
  await page.getByRole('alert').waitFor();
  await expectSound(page, true);
  await send(page, 'needs.csv', `language,title,description\nid,${name},Apa`, 'Lihat dahulu');
  await page.getByRole('heading', { name: 'Akibat berkas ini' }).waitFor();
  await expectSound(page, true);
  const address = page.url();
  await page.getByRole('button', { name: 'Ambil alih 1 catatan' }).click();
  await page.getByRole('heading', { name: 'Sudah diambil alih' }).waitFor();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Sudah diambil alih' }).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
