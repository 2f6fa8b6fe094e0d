import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { shiftsSoFar, startWeighing } from '#tests/support/weight.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Bytes on the wire of a first view, headers included; bare Next alone is 139,000. */
const HEAVIEST = 220_000;

describe.each([
  '/',
  '/cities/surabaya',
  '/practices/surabaya-3r-kampung',
  '/practices?q=banjir',
  '/search?q=banjir',
])('the first view of %s', (path) => {
  it('weighs at most 220 kB and does not shift', async () => {
    const { page, context } = await visit(browser, { width: 360 });
    const weigh = await startWeighing(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(weigh()).toBeGreaterThan(100_000);
    expect(weigh()).toBeLessThanOrEqual(HEAVIEST);
    expect(await page.evaluate(shiftsSoFar)).toBeLessThan(0.01);
    await context.close();
  });
});
