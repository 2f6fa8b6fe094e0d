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

type Reader = Parameters<typeof visit>[1];

/** A window of somebody at this office of the trial copy: what the tests write stays out of everybody's sight. */
async function atOffice(city: string, role: 'focal-point' | 'head-of-office', reader: Reader = {}) {
  const { token } = await atSite(() => signIn({ city }, role, { isTrial: true }));
  return visit(browser, { ...reader, session: token });
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const PHONE = { width: 360 };

/** Starts a record and comes to its second step. @returns its key */
async function start(page: Page, place: 'practices' | 'needs', title: string): Promise<string> {
  await page.goto(`/our-city/${place}/new`);
  await page.getByLabel(place === 'practices' ? 'Name of the practice' : 'The need in one line').fill(title);
  await press(page, 'Start writing');
  await page.waitForURL('**/edit?step=*');
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}
const save = async (page: Page) => {
  const before = page.url();
  await press(page, 'Save and go on');
  await page.waitForURL((url) => url.href !== before);
};

describe('a practice on a phone, by two people', () => {
  it('is written step by step, sent, published by the mayor’s office, and stands in the library', async () => {
    const title = `Organic waste at the door ${randomUUID().slice(0, 8)}`;
    const office = await atOffice('bandung', 'head-of-office', PHONE);
    const writer = await atOffice('bandung', 'focal-point', PHONE);
    const { page } = writer;
    await page.goto('/our-city');
    await page.getByRole('heading', { level: 1, name: 'Bandung' }).waitFor();
    const id = await start(page, 'practices', title);
    await page
      .getByLabel('Summary')
      .fill('Households separate organic waste; carts collect it three times a week.');
    expect(await findViolations(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await save(page);
    expect(await page.getByText('in your text').count()).toBeGreaterThan(0);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
    await save(page);
    await page.getByLabel('The problem').fill('<b>The landfill</b> is full & far away.');
    await page.getByRole('link', { name: 'See the whole record' }).waitFor();
    await save(page);
    await page.goto(`/our-city/practices/${id}`);
    expect(await page.getByText('<b>The landfill</b> is full & far away.').count()).toBe(1);
    expect(await findViolations(page)).toEqual([]);
    await press(page, 'Send to the mayor’s office');
    await page.getByText('Sent to the mayor’s office.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);

    await office.page.goto('/our-city');
    await office.page.getByRole('link', { name: 'Read and publish' }).first().waitFor();
    await office.page.goto(`/our-city/practices/${id}`);
    await press(office.page, 'Publish');
    await office.page.getByText('Published. It is now the statement of your city.').waitFor();

    await page.goto(`/practices/${id}`);
    await page.getByText(/Statement of the city/).waitFor();
    expect([...writer.troubles, ...office.troubles]).toEqual([]);

    const stranger = await visit(browser);
    const answer = await stranger.page.goto(`/practices/${id}`);
    expect(answer?.status()).toBe(404);
    for (const seat of [writer, office, stranger]) await seat.context.close();
  });
});

describe('what is typed', () => {
  it('is saved without a press, and is there after a reload', async () => {
    const { page, context, troubles } = await atOffice('tacloban', 'focal-point', PHONE);
    await start(page, 'needs', `Shelters ${randomUUID().slice(0, 8)}`);
    const text = 'ဆိုင်ကလုန်းမုန်တိုင်း ที่พักพิง نازحون';
    await page.getByLabel('The problem').pressSequentially(text);
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.waitForTimeout(4000);
    await page.reload();
    expect(await page.getByLabel('The problem').inputValue()).toBe(text);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('is kept on the device while the line is lost, and offered on return', async () => {
    const { page, context } = await atOffice('tacloban', 'focal-point');
    await start(page, 'needs', `Shelters ${randomUUID().slice(0, 8)}`);
    await context.setOffline(true);
    await page.getByLabel('The problem').pressSequentially('Written on a boat.');
    await page.getByText(/^Kept on this device \d\d:\d\d$/).waitFor();
    const address = page.url();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    expect(await again.getByLabel('The problem').inputValue()).toBe('');
    await again.getByRole('button', { name: 'Put it into the form' }).click();
    expect(await again.getByLabel('The problem').inputValue()).toBe('Written on a boat.');
    await save(again);
    await again.goto(address);
    expect(await again.getByLabel('The problem').inputValue()).toBe('Written on a boat.');
    expect(await again.getByText('This device has another text').count()).toBe(0);
    await context.close();
  });

  it('is not lost when the session has ended meanwhile', async () => {
    const { page, context } = await atOffice('tacloban', 'focal-point');
    await start(page, 'needs', `Shelters ${randomUUID().slice(0, 8)}`);
    await page.getByLabel('The problem').fill('Long text.');
    await context.clearCookies({ name: 'saling-session' });
    await press(page, 'Save and go on');
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await page.getByLabel('The problem').inputValue()).toBe('Long text.');
    await context.close();
  });

  it.each([true, false])(
    'of two at once meets, and both texts are there (scripts: %s)',
    async (hasScripts) => {
      const one = await atOffice('bandung', 'focal-point', { hasScripts, width: 320 });
      const two = await atOffice('bandung', 'head-of-office', { hasScripts });
      await start(one.page, 'needs', `Flood pumps ${randomUUID().slice(0, 8)}`);
      const address = one.page.url();
      await two.page.goto(address);
      await one.page.getByLabel('The problem').fill('Hers.');
      await save(one.page);
      await two.page.getByLabel('The problem').fill('His.');
      await press(two.page, 'Save and go on');
      await two.page.getByRole('heading', { name: 'This was changed meanwhile' }).waitFor();
      expect(await two.page.getByText('Hers.', { exact: true }).count()).toBe(1);
      expect(await two.page.getByLabel('The problem').inputValue()).toBe('His.');
      if (hasScripts) expect(await findViolations(two.page)).toEqual([]);
      await two.page.getByLabel('The problem').fill('Hers. His.');
      await press(two.page, 'Save what is in the form');
      await two.page.waitForURL('**/edit?step=topics');
      await one.page.goto(address);
      expect(await one.page.getByLabel('The problem').inputValue()).toBe('Hers. His.');
      expect(await sidewaysOverflow(one.page)).toBeLessThanOrEqual(0);
      for (const seat of [one, two]) await seat.context.close();
    },
  );
});

describe('a city with one person, without scripts, in Indonesian', () => {
  it('publishes after saying that the office agrees; the sheet has a block to sign', async () => {
    const reader = { hasScripts: false, language: 'id', width: 320, theme: 'dark' } as const;
    const { page, context } = await atOffice('tacloban', 'focal-point', reader);
    await page.goto('/our-city/needs/new');
    await page.getByLabel('Kebutuhan dalam satu baris').fill(`Banjir rob ${randomUUID().slice(0, 8)}`);
    await press(page, 'Mulai menulis');
    await page.getByLabel('Masalahnya').fill('Air laut masuk ke permukiman setiap bulan.');
    await press(page, 'Simpan dan lanjutkan');
    if ((await page.getByRole('checkbox', { checked: true }).count()) === 0) {
      await page.getByRole('checkbox').first().check();
    }
    await press(page, 'Simpan dan lanjutkan');
    await page.getByRole('link', { name: 'Lihat seluruh catatan' }).click();
    await page.getByRole('link', { name: 'Lembar untuk dicetak dan ditandatangani' }).click();
    await page.getByText('Tanda tangan', { exact: true }).waitFor();
    await page.goBack();
    await press(page, 'Terbitkan');
    await page.getByRole('link', { name: 'Nyatakan bahwa kantor wali kota setuju.' }).waitFor();
    await page.getByLabel('Kantor wali kota telah membacanya dan setuju.').check();
    await page.getByLabel('Tempat lembar yang ditandatangani').fill('Surat 12/2026');
    await press(page, 'Terbitkan');
    await page.getByText(/^Sudah terbit\. Catatan ini kini/).waitFor();
    await page.getByText('Surat 12/2026').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe.each([
  ['en', 'light', 320],
  ['id', 'dark', 1280],
] as const)('the pages of writing in "%s", %s, at %i px', (language, theme, width) => {
  it('have nothing that axe finds, and are no wider than the window', async () => {
    const reader = { language, theme, width };
    const { page, context, troubles } = await atOffice('tacloban', 'focal-point', reader);
    await page.goto('/our-city/practices/new');
    await page.locator('#title').fill(`Sirene ${'x'.repeat(90)}`);
    await page.locator('main form .btn').first().click();
    await page.waitForURL('**/edit?step=summary');
    await page.locator('#summary').fill(`Kata ${'panjang'.repeat(40)}`);
    await page.locator('main form .btn').first().click();
    await page.waitForURL('**/edit?step=topics');
    const edit = new URL(page.url()).pathname;
    const own = edit.replace(/\/edit$/, '');
    for (const path of [
      '/our-city',
      '/our-city/needs/new',
      `${edit}?step=topics`,
      `${edit}?step=evidence`,
      own,
      `${own}/sheet`,
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect([path, await findViolations(page)]).toEqual([path, []]);
      expect([path, (await sidewaysOverflow(page)) > 0]).toEqual([path, false]);
    }
    expect(troubles).toEqual([]);
    await context.close();
  });
});
