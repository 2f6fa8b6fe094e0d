import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations, openBrowser, sidewaysOverflow, type Visit, visit } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSession, signIn } from '#tests/support/people.ts';
import { productionSite } from '#tests/support/production.ts';

// A site of its own, as in production: its clock is moved by a year.
const { sql, url } = await testDatabase({ seeded: true });
const { site, mail } = await productionSite(url);
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point') => signIn({ city }, role);
const asking = (await at('bandung')).context;
const asked = (await at('tacloban')).context;
const staff = await at('tacloban', 'staff');
const third = await at('hue');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const moveClock = (days: number) => sql`
  insert into clock (id, "offset") values (1, make_interval(days => ${days}))
  on conflict (id) do update set "offset" = excluded."offset"`;
type Reader = Parameters<typeof visit>[1];
/** A window of hers; a session is new each time, as it ends while the clock is moved. */
const enter = async (who: typeof asking, reader: Reader = {}): Promise<Visit> =>
  visit(browser, { ...reader, session: await openSession(who.actor.personId), base: site.url });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const nextStep = (page: Page) => page.locator('#next').innerText();

/** Nothing that axe finds, nothing beside the window, also with everything unfolded. */
async function inspect(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
  expect(await findViolations(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
}

const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();

/** A dated step at home: refused without a day, kept, done. */
async function keepsSteps(page: Page): Promise<void> {
  await unfold(page, 'Add a step of ours');
  await page.getByLabel('What is to be cleared').fill('Travel order signed');
  await press(page, 'Add a step of ours');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('What is to be cleared').inputValue()).toBe('Travel order signed');
  await page.getByLabel('By when').fill('2027-01-15');
  await press(page, 'Add a step of ours');
  await page.waitForURL(/done=clearance/);
  await press(page, 'This is done');
  await page.getByText(/Bandung, done on/).waitFor();
}

/** An action of the plan, which the other city changes while its writer still has the page open. */
async function writesPlan(own: Page, theirs: Page, address: string): Promise<void> {
  await unfold(own, 'Add an action');
  await own.getByLabel('Action', { exact: true }).fill('Sort at two markets');
  await own.getByLabel('Owner, by office').fill('Waste department');
  await press(own, 'Add an action');
  await own.waitForURL(/done=paper/);
  await theirs.goto(address);
  await unfold(theirs, 'Change or remove actions');
  await theirs.locator('#action-plan-0-action').fill('Sort at three markets');
  await theirs.locator('#action-plan').getByRole('button', { name: 'Save the change' }).click();
  await theirs.waitForURL(/done=paper/);
  await unfold(own, 'Change or remove actions');
  await own.locator('#action-plan-0-cost').fill('USD 2,000');
  await own.locator('#action-plan').getByRole('button', { name: 'Save the change' }).click();
  await own.getByRole('alert').waitFor();
  expect(await own.locator('#action-plan-0-cost').inputValue()).toBe('USD 2,000');
  await own.goto(address);
  expect(await own.locator('#action-plan').innerText()).toContain('Sort at three markets');
  await inspectBoth(own);
  // Folded again.
  await own.goto(address);
}

/** The page of the exchange, on its narrow and its wide screen. */
async function inspectBoth(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await inspect(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function mailedPath(to: string): Promise<string> {
  const text = (await mail.next(to)).text ?? '';
  const path = /https?:\/\/[^/\s]+(\/exchange\S+)/.exec(text)?.[1];
  if (path === undefined) throw new Error('the mail holds no link');
  return path;
}

describe('a match becomes an exchange', () => {
  let address: string;

  it('is asked from the card of the match, filled in', async () => {
    const { page, troubles } = await enter(asking);
    await page.goto('/cities/bandung/matches?country=PH&limit=50');
    await page.getByRole('link', { name: 'Ask Tacloban a question' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ask Tacloban' }).waitFor();
    await inspectBoth(page);
    const question = page.getByLabel('What do you want to ask Tacloban?');
    expect(await question.inputValue()).not.toBe('');
    await question.fill('');
    await page.getByLabel('What can you offer Tacloban?').fill('Our own way of sorting');
    await press(page, 'Ask Tacloban');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('What can you offer Tacloban?').inputValue()).toBe('Our own way of sorting');
    await inspect(page);
    await question.fill('How did you choose where families moved to?');
    await press(page, 'Ask Tacloban');
    await page.waitForURL(/\/exchanges\/[0-9a-f-]{36}\?done=ask/);
    address = new URL(page.url()).pathname;
    expect(await nextStep(page)).toContain('Waiting for an answer of Tacloban');
    await inspectBoth(page);
    await page.goto('/our-city');
    await page.getByText('Tacloban has been asked').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is there for nobody else, and staff reads it', async () => {
    const stranger = await enter(third.context);
    expect((await stranger.page.goto(address))?.status()).toBe(404);
    await stranger.context.close();
    const reader = await enter(staff.context);
    await reader.page.goto(address);
    expect(await reader.page.locator('main').getByRole('button').count()).toBe(0);
    expect(await nextStep(reader.page)).toContain('take this step');
    await reader.context.close();
  });

  it('is answered from the mail without signing in, and taken back', async () => {
    const { page, context } = await visit(browser, { base: site.url, hasScripts: false, width: 320 });
    const path = await mailedPath(asked.actor.email);
    await page.goto(path);
    await page.getByText('How did you choose where families moved to?').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await press(page, 'Say no');
    await page.getByRole('heading', { level: 1, name: 'You have said no to Bandung' }).waitFor();
    await press(page, 'Take the answer back');
    await page.getByText('Your answer is taken back.').waitFor();
    await press(page, /Say yes/);
    await page.getByRole('heading', { level: 1, name: 'You have said yes to Bandung' }).waitFor();
    await context.close();
    const second = await visit(browser, { base: site.url });
    for (const token of ['', 'nonsense', `${path.split('token=')[1]}x`]) {
      await second.page.goto(`/exchange-answer?token=${token}`);
      await second.page.getByText('This link opens nothing').waitFor();
    }
    await inspectBoth(second.page);
    await moveClock(1);
    await second.page.goto(path);
    await second.page.getByText('This request needs no answer any more').waitFor();
    await second.context.close();
  });

  it('stands first in what waits for the city that is asked, who answers without scripts', async () => {
    const { page, context } = await enter(asked, { hasScripts: false });
    await page.goto('/our-city');
    await page.getByRole('link', { name: 'Write to Bandung' }).waitFor();
    await page.goto('/exchanges');
    await page.getByRole('link', { name: 'Write to Bandung' }).click();
    await press(page, 'Send the answer to Bandung');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Your answer to Bandung').fill('By asking the families first.');
    await press(page, 'Send the answer to Bandung');
    await page.waitForURL('**?done=answer');
    await context.close();
  });

  it('is completed, and asked about after 3 and 12 months', async () => {
    const own = await enter(asking);
    await own.page.goto('/exchanges');
    await inspectBoth(own.page);
    await own.page.goto(address);
    await own.page.getByText('By asking the families first.').waitFor();
    await press(own.page, 'This answers us: complete it');
    await own.page.waitForURL('**?done=complete');
    await inspectBoth(own.page);
    for (const [days, month, outcome] of [
      [100, 3, 'Piloted'],
      [370, 12, 'Adapted'],
    ] as const) {
      await moveClock(days);
      const { page, context } = await enter(asking);
      await page.goto(address);
      expect(await nextStep(page)).toContain(`${month} months have passed`);
      await page.getByLabel(outcome).check();
      await page.getByLabel('What has changed?').fill('We ask first, too.');
      await page.getByLabel('It may be shown').check();
      await inspect(page);
      await press(page, 'Save what came of it');
      await page.waitForURL('**?done=check-outcome');
      await page.getByText(`After ${month} months: ${outcome}`).waitFor();
      await context.close();
    }
    const theirs = await enter(asked);
    await theirs.page.goto(address);
    await press(theirs.page, 'Let it be shown (12 months)');
    await theirs.page.waitForURL('**?done=consent');
    await theirs.page.getByText('Both cities let it be shown').waitFor();
    const [practice] = await sql<{ key: string }[]>`
      select p.key from exchange e join practice p on p.id = e.practice_id`;
    const reader = await visit(browser, { base: site.url });
    await reader.page.goto(`/practices/${practice?.key}`);
    const ledger = await reader.page.getByRole('region', { name: 'Where it went' }).innerText();
    expect(ledger).toMatch(/Adapted by\s+Bandung[\s\S]+We ask first, too\./);
    await inspectBoth(reader.page);
    await reader.context.close();
    expect(own.troubles.concat(theirs.troubles)).toEqual([]);
    await own.context.close();
    await theirs.context.close();
  });

  it('agrees on a brief in one version: who was overtaken keeps what she typed', async () => {
    await moveClock(0);
    const own = await enter(asking);
    await own.page.goto('/exchanges/new?with=tacloban&size=talk');
    await own.page.getByLabel('What do you want to ask Tacloban?').fill('May we talk?');
    await press(own.page, 'Ask Tacloban');
    await own.page.waitForURL(/done=ask/);
    const talk = new URL(own.page.url()).pathname;
    const theirs = await enter(asked);
    await theirs.page.goto(talk);
    await press(theirs.page, /Say yes to a talk/);
    await theirs.page.waitForURL(/done=accept/);
    await own.page.goto(talk);
    await theirs.page.getByLabel('What it is about').fill('The choice of places');
    await press(theirs.page, 'Send this version to Bandung');
    await theirs.page.waitForURL(/done=write-brief/);
    await own.page.getByLabel('What it is about').fill('Costs of moving');
    await press(own.page, 'Send this version to Tacloban');
    await own.page.getByRole('alert').waitFor();
    await own.page.getByText('The choice of places').waitFor();
    expect(await own.page.getByLabel('What it is about').inputValue()).toBe('Costs of moving');
    await own.page.goto(talk);
    await press(own.page, 'Agree to version 1');
    await own.page.waitForURL(/done=agree/);
    await keepsSteps(own.page);
    await press(own.page, 'Begin the talk');
    await own.page.waitForURL(/done=begin/);
    await writesPlan(own.page, theirs.page, talk);
    await own.page.locator('summary', { hasText: 'Withdraw from this exchange' }).click();
    await press(own.page, 'Yes, withdraw');
    await own.page.waitForURL(/done=withdraw/);
    await inspectBoth(own.page);
    await own.context.close();
    await theirs.context.close();
  });
});

it('leads a visitor to sign in, and from there back', async () => {
  const { page, context } = await visit(browser, { base: site.url });
  await page.goto('/cities/tacloban');
  await page.getByRole('link', { name: 'Ask Tacloban' }).click();
  await page.waitForURL('**/sign-in?to=*');
  expect(decodeURIComponent(page.url())).toContain('to=/exchanges/new?with=tacloban');
  await context.close();
});

it.each([
  ['hoi-an', 'is not a local government any more'],
  ['bandung', 'is your own city'],
  ['nowhere', 'Choose a city first'],
])('says that %s cannot be asked', async (other, why) => {
  const { page, context } = await enter(asking);
  await page.goto(`/exchanges/new?with=${other}`);
  await page.getByText(why).waitFor();
  expect(await page.locator('main form').count()).toBe(0);
  await inspectBoth(page);
  await context.close();
});
