import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { newId } from '#lib/platform/ids.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atDatabaseOf } from '#tests/support/site-people.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';
import { shiftsSoFar, startWeighing } from '#tests/support/weight.ts';

// A site of its own: what is published here is public, and would change what other tests count.
const folder = mkdtempSync(join(tmpdir(), 'saling-attachments-'));
const sessions = { writer: '', two: '', officer: '', neighbour: '' };
let browser: Browser;
let site: Site;
/** Appointment of somebody who is named for the office of Ambon and waits for the secretariat. */
let named: string;
beforeAll(async () => {
  site = await startSite(folder);
  browser = await openBrowser();
  await atDatabaseOf(join(folder, 'data'), async () => {
    sessions.writer = (await signIn({ city: 'ambon' }, 'focal-point')).token;
    sessions.two = (await signIn({ city: 'ambon' }, 'deputy')).token;
    const { token, context } = await signIn({ secretariat: 'AGMF' }, 'secretariat-officer');
    sessions.officer = token;
    named = await nameSomebody(context);
    sessions.neighbour = (await signIn({ city: 'kupang' }, 'staff')).token;
  });
});
afterAll(async () => {
  await browser.close();
  await endProcess(site.pid);
  rmSync(folder, { recursive: true, force: true });
});

async function nameSomebody(officer: Context): Promise<string> {
  const email = `${newId()}@office.example`;
  const { id } = await inviteToOffice(officer, newId(), { office: 'city:ambon', role: 'deputy', email });
  const actor = { kind: 'link', purpose: 'invitation', subject: id, personId: null } as const;
  const invitation = { invitationId: id, name: 'Sari' };
  return (await acceptInvitation({ ...officer, actor }, newId(), invitation)).appointmentId;
}

const enter = (reader: Parameters<typeof visit>[1] = {}) => visit(browser, { ...reader, base: site.url });
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).and(page.locator('button:visible')).click();
const noise = Buffer.from(Array.from({ length: 300 }, (_, place) => (place * 7919) % 256));
const photo = (name = 'IMG_0001.jpg') =>
  sharp(noise, { raw: { width: 10, height: 10, channels: 3 } })
    .resize(3000, 2000)
    .jpeg({ quality: 95 })
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/jpeg', buffer }));
const PDF = {
  name: 'Peraturan (1).pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
};

/** Starts a practice that has all that it needs. @returns the address of its own page */
async function start(page: Page, title: string): Promise<string> {
  await page.goto('/our-city/practices/new');
  await page.getByLabel('Name of the practice').fill(title);
  await press(page, 'Start writing');
  await page.getByLabel('Summary').fill('Households separate organic waste; carts collect it.');
  await press(page, 'Save and go on');
  await page.waitForURL('**/edit?step=topics');
  const boxes = page.getByRole('checkbox');
  if ((await page.getByRole('checkbox', { checked: true }).count()) === 0) await boxes.first().check();
  await press(page, 'Save and go on');
  await page.waitForURL('**/edit?step=problem');
  return new URL(page.url()).pathname.replace(/\/edit$/, '');
}

describe('a practice with photo and document, on a phone without scripts', () => {
  it('is written, approved on paper with a photo of the sheet, published, and seen by a visitor', async () => {
    const { page, context } = await enter({ session: sessions.writer, hasScripts: false, width: 360 });
    const own = await start(page, 'Organic waste at the door');
    await page.goto(`${own}/edit?step=files`);
    await page.getByText(/up to 10 MB each, at most 8/).waitFor();
    await press(page, 'Add it');
    await page.getByRole('link', { name: 'Choose a photo or PDF first.' }).waitFor();
    const chosen = page.getByLabel('Choose a photo or PDF');
    await chosen.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') });
    await press(page, 'Add it');
    await page.getByRole('link', { name: /Only photos/ }).waitFor();
    await chosen.setInputFiles(await photo());
    await press(page, 'Add it');
    await page.getByText('Added. Say below what it shows.').waitFor();
    await page.getByLabel('What is to be seen').fill('Two collectors empty a green bin.');
    await page.getByLabel('Caption (optional)').fill('Photo: Environment Office');
    await chosen.setInputFiles(PDF);
    await press(page, 'Add it');
    await page.getByText('Peraturan (1).pdf').waitFor();
    expect(await page.getByLabel('What is to be seen').inputValue()).toBe(
      'Two collectors empty a green bin.',
    );
    await press(page, 'Remove: Peraturan (1).pdf');
    await page.getByText('“Peraturan (1).pdf” was removed.').waitFor();
    await press(page, 'Undo');
    await press(page, 'Move up: Peraturan (1).pdf');
    expect(await page.locator('.attachments > li').first().innerText()).toContain('Peraturan');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await press(page, 'Save and go on');
    await page.waitForURL('**/edit?step=contact');

    await page.goto(own);
    await page.getByRole('heading', { name: 'Photos and documents' }).waitFor();
    await page.getByLabel('The mayor’s office has read it and agrees.').waitFor();
    await page.getByLabel('Photo or scan of the signed sheet').setInputFiles(await photo('sheet.jpg'));
    await press(page, 'Publish');
    await page.getByRole('link', { name: 'Say that the mayor’s office agrees.' }).waitFor();
    await page.getByText('“sheet.jpg” has arrived.').waitFor();
    await page.getByLabel('The mayor’s office has read it and agrees.').check();
    await press(page, 'Publish');
    await page.getByText('Published. It is now the statement of your city.').waitFor();
    const sheet = await page.getByRole('link', { name: /The signed sheet/ }).getAttribute('href');
    await context.close();

    const key = own.split('/').at(-1);
    const visitor = await enter({ width: 360 });
    const weigh = await startWeighing(visitor.page);
    await visitor.page.goto(`/practices/${key}`, { waitUntil: 'networkidle' });
    const shown = visitor.page.getByAltText('Two collectors empty a green bin.');
    await shown.scrollIntoViewIfNeeded();
    await visitor.page.waitForLoadState('networkidle');
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(360);
    expect(weigh()).toBeLessThanOrEqual(220_000);
    expect(await visitor.page.evaluate(shiftsSoFar)).toBeLessThan(0.01);
    expect(await findViolations(visitor.page)).toEqual([]);
    await visitor.page.getByRole('link', { name: 'Peraturan (1).pdf' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    // The sheet is for the own office and the secretariat that serves it.
    const asked = async (session?: string) => {
      const { context: window } = await enter(session === undefined ? {} : { session });
      const { status } = await window.request.get(`${site.url}${sheet}`).then((answer) => ({
        status: answer.status(),
      }));
      await window.close();
      return status;
    };
    expect(await Promise.all([asked(), asked(sessions.neighbour)])).toEqual([404, 404]);
    expect(await Promise.all([asked(sessions.two), asked(sessions.officer)])).toEqual([200, 200]);
    await visitor.context.close();
  });
});

describe('the form of photos and documents with scripts', () => {
  it('says how far an upload is, keeps what is typed when it fails, and asks for words about each photo', async () => {
    const { page, context, troubles } = await enter({ session: sessions.writer, width: 360 });
    const own = await start(page, 'Carts on narrow lanes');
    await page.goto(`${own}/edit?step=files`, { waitUntil: 'networkidle' });
    const chosen = page.getByLabel('Choose a photo or PDF');
    await chosen.setInputFiles(await photo());
    await press(page, 'Add it');
    await page.getByText('Added. Say below what it shows.').waitFor();
    await page.getByLabel('Caption (optional)').fill('A lane');
    await press(page, 'Save and go on');
    await page.getByRole('link', { name: 'Say what is to be seen on the photo.' }).waitFor();
    await chosen.setInputFiles({
      name: 'big.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(10_485_761),
    });
    await press(page, 'Add it');
    await page.getByRole('link', { name: /This is larger than 10 MB/ }).waitFor();
    expect(await page.getByLabel('Caption (optional)').inputValue()).toBe('A lane');
    expect(troubles).toEqual([]);
    await context.setOffline(true);
    await chosen.setInputFiles(PDF);
    await press(page, 'Add it');
    await page.getByRole('link', { name: /It did not arrive/ }).waitFor();
    await context.setOffline(false);
    expect(await page.getByLabel('Caption (optional)').inputValue()).toBe('A lane');
    await page.getByLabel('What is to be seen').fill('A cart in a lane.');
    await chosen.setInputFiles(PDF);
    await press(page, 'Add it');
    await page.getByText('Peraturan (1).pdf').waitFor();
    await press(page, 'Remove: IMG_0001.jpg');
    await press(page, 'Undo');
    expect(await page.getByLabel('What is to be seen').inputValue()).toBe('A cart in a lane.');
    expect(await findViolations(page)).toEqual([]);
    await press(page, 'Save and go on');
    await page.waitForURL('**/edit?step=contact');
    await context.close();
  });

  it('of two writers shows each the other’s words before anything is lost', async () => {
    const one = await enter({ session: sessions.writer });
    const two = await enter({ session: sessions.two, hasScripts: false });
    const own = await start(one.page, 'Pumps at the river');
    const address = `${own}/edit?step=files`;
    await one.page.goto(address, { waitUntil: 'networkidle' });
    await one.page.getByLabel('Choose a photo or PDF').setInputFiles(PDF);
    await press(one.page, 'Add it');
    await one.page.getByText('Added. Say below what it shows.').waitFor();
    await two.page.goto(address);
    await one.page.getByLabel('Caption (optional)').fill('Hers');
    await press(one.page, 'Save and go on');
    await one.page.waitForURL('**/edit?step=contact');
    await two.page.getByLabel('Caption (optional)').fill('His');
    await press(two.page, 'Save and go on');
    await two.page.getByText(/^This was saved while you wrote, .*: “Hers”\./).waitFor();
    expect(await two.page.getByLabel('Caption (optional)').inputValue()).toBe('His');
    await press(two.page, 'Save and go on');
    await two.page.waitForURL('**/edit?step=contact');
    for (const { context } of [one, two]) await context.close();
  });
});

describe('a letter of appointment', () => {
  it('is filed as a photo without scripts, and seen by the secretariat that confirms', async () => {
    const { page, context } = await enter({ session: sessions.writer, hasScripts: false, width: 320 });
    await page.goto(`/appointments/${named}`);
    await page
      .getByLabel('Photo or scan of the letter')
      .setInputFiles({ ...PDF, name: 'not.pdf', buffer: noise });
    await press(page, 'File the letter');
    await page.getByRole('link', { name: /Only photos/ }).waitFor();
    await page.getByLabel('Photo or scan of the letter').setInputFiles(await photo('letter.jpg'));
    await press(page, 'File the letter');
    await page.getByText('The letter is filed.').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await context.close();
    const officer = await enter({ session: sessions.officer });
    await officer.page.goto(`/appointments/${named}`);
    const href = await officer.page.getByRole('link', { name: 'photo of the letter' }).getAttribute('href');
    expect((await officer.context.request.get(`${site.url}${href}`)).status()).toBe(200);
    expect(await findViolations(officer.page)).toEqual([]);
    await officer.context.close();
  });

  it.each(['en', 'id'] as const)(
    'is a page to print that is nothing but the letter (%s)',
    async (language) => {
      const { page, context, troubles } = await enter({ session: sessions.writer, language });
      await page.goto(`/appointments/${named}/letter`);
      expect(await findViolations(page)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.letter dl').isVisible()).toBe(true);
      for (const part of ['.noprint', 'nav', 'form']) {
        const shown = await page
          .locator(part)
          .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
        expect([part, shown]).toEqual([part, 0]);
      }
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
