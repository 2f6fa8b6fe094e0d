import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '#tests/support/browser.ts';

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

async function startWeighing(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });
  return () => bytes;
}

/** The sum of all layout shifts of the page that nobody's input caused. */
function shiftsSoFar(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 500);
  });
}
