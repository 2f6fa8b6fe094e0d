import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { acceptExchange, writeBrief } from '#lib/exchanges/commands/moves.ts';
import { newId } from '#lib/platform/ids.ts';
import { readPdf } from '#tests/integration/papers/reading.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

const HOSTILE = `${'W'.repeat(1500)}\n${'a\n'.repeat(600)}\u202e<script>#x</script> กรุงเทพมหานคร `.padEnd(
  3990,
  'ក្រុង ',
);
let browser: Browser;
const walk = { session: '', plain: '', hostile: '' };
beforeAll(async () => {
  browser = await openBrowser();
  await atSite(async () => {
    const asking = await signIn({ city: 'chiang-mai' }, 'focal-point');
    const asked = await signIn({ city: 'luang-prabang' }, 'focal-point');
    const other = await signIn({ city: 'yangon' }, 'focal-point');
    walk.session = asking.token;
    const asks = { citySlug: 'chiang-mai', size: 'visit' } as const;
    const plain = { ...asks, otherSlug: 'luang-prabang', question: 'How do you keep the smoke away?' };
    walk.plain = (await askExchange(asking.context, newId(), plain)).id;
    await acceptExchange(asked.context, newId(), { exchangeId: walk.plain });
    const hostile = { ...asks, otherSlug: 'yangon', question: HOSTILE, offer: HOSTILE };
    walk.hostile = (await askExchange(asking.context, newId(), hostile)).id;
    await acceptExchange(other.context, newId(), { exchangeId: walk.hostile });
    const content = {
      scope: HOSTILE,
      questions: HOSTILE,
      people: HOSTILE,
      interpreter: HOSTILE,
      costs: HOSTILE,
    };
    await writeBrief(other.context, newId(), { exchangeId: walk.hostile, briefVersion: 0, content });
  });
});
afterAll(() => browser.close());

describe.each(['plain', 'hostile'] as const)('the brief of a %s exchange', (which) => {
  it.each([
    [360, 'light', 'id'],
    [1280, 'dark', 'en'],
  ] as const)('reads well at %s px, %s, %s', async (width, theme, language) => {
    const { page, context, troubles } = await visit(browser, {
      width,
      theme,
      language,
      session: walk.session,
    });
    await page.goto(`/exchanges/${walk[which]}/brief`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('prints on two pages of A4 at most, without navigation', async () => {
    const { page, context } = await visit(browser, { session: walk.session, theme: 'dark' });
    await page.goto(`/exchanges/${walk[which]}/brief`);
    const read = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(read.pages).toBeLessThanOrEqual(2);
    for (const size of read.sizes) expect(size).toEqual([595, 842]);
    expect(read.text).toContain('voluntary and non-binding');
    expect(read.text).not.toMatch(/Our city|Print this brief|Accessibility/);
    await context.close();
  });
});
