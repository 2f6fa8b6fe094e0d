import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { newId } from '#lib/platform/ids.ts';
import { publishPractice, savePractice, startPractice } from '#lib/practices/commands/writing.ts';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

let browser: Browser;
let session: string;
const mark = newId().slice(-8);
beforeAll(async () => {
  browser = await openBrowser();
  session = await atSite(async () => {
    const officer = await signIn({ secretariat: 'AGMF' }, 'secretariat-officer');
    const city = (await signIn({ city: 'kuching' }, 'focal-point')).context;
    await ask(`The year is wrong ${mark}`);
    await propose(city);
    for (const name of ['first', 'second']) {
      const email = `${name}-${mark}@office.example`;
      await inviteToOffice(officer.context, newId(), { office: 'city:kuching', role: 'staff', email });
    }
    return officer.token;
  });
});
afterAll(() => browser.close());

async function ask(message: string): Promise<void> {
  const visitor: Context = {
    actor: { kind: 'visitor', isOnTrialCopy: false },
    language: 'en',
    requestId: 'test',
  };
  await askCorrection(visitor, newId(), {
    recordKind: 'city',
    recordKey: 'kuching',
    wish: 'correction',
    message,
  });
}

/** A practice whose city says that its results are measured. */
async function propose(city: Context): Promise<void> {
  const title = `Flood gates ${mark}`;
  const { id } = await startPractice(city, newId(), { citySlug: 'kuching', language: 'en', title });
  const fields = { summary: 'Gates on the river.', topics: ['disaster-preparedness'], evidence: 'measured' };
  const { version } = await savePractice(city, newId(), { id, version: 1, fields });
  await publishPractice(city, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('on the desk, %s', (_name, hasScripts) => {
  it.each([
    ['a request', /kuching/, 'Mark the chosen as done', 'One request is done.', 'One request is open again.'],
    [
      'a kind of evidence',
      new RegExp(`Flood gates ${mark}`),
      'Agree with the chosen',
      'One city has your agreement.',
      'One practice waits for an answer again.',
    ],
    [
      'an invitation',
      new RegExp(`first-${mark}`),
      'Withdraw the chosen',
      'One invitation is withdrawn.',
      'One invitation is open again.',
    ],
  ])(
    '%s of the city that was looked for is done with, and that is undone',
    async (_what, row, button, done, undone) => {
      const { page, context, troubles } = await visit(browser, { session, hasScripts });
      await page.goto('/desk');
      await page.getByLabel('Find a city or country on this desk').fill('kuching malaysia');
      await press(page, 'Find');
      await page.getByText('Only what is about “kuching malaysia”.').waitFor();
      expect(await page.locator('#to-be-named').innerText()).not.toContain('Bandung');
      await page.locator('main').getByLabel(row).first().check();
      await press(page, button);
      await page.getByText(done).waitFor();
      await press(page, 'Undo');
      await page.getByText(undone).waitFor();
      expect(await page.locator('main').getByLabel(row).count()).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});

it('says what to do when nothing was chosen, and what is not there', async () => {
  const { page, context } = await visit(browser, { session });
  await page.goto('/desk?q=kuching');
  await press(page, 'Withdraw the chosen');
  await page.getByText('Choose at least one row first.').waitFor();
  await page.goto('/desk?q=atlantis');
  expect(await page.getByText('Nothing here is about “atlantis”.').count()).toBeGreaterThan(4);
  await context.close();
});

it('begins a spreadsheet with the offices whose focal point is to be named', async () => {
  const { page, context } = await visit(browser, { session });
  await page.goto('/desk?q=ambon');
  await page.getByLabel('Ambon').check();
  await press(page, 'Invite focal points of the chosen');
  expect(await page.getByLabel('Copied rows').inputValue()).toBe('office,role,email\nambon,focal-point,');
  await context.close();
});
