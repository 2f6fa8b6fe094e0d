import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('describing a problem without scripts', () => {
  it('refuses an empty text above the field, with a link to it', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/problem?text=%20%E2%80%8B');
    expect(await page.locator('#problem').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('alert').getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#problem');
    await context.close();
  });

  it('refuses a text that is too long and keeps it', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    const text = 'a'.repeat(10_001);
    await page.goto(`/problem?text=${text}`);
    expect(await page.getByRole('alert').innerText()).toContain('10,000');
    expect(await page.locator('#problem').inputValue()).toBe(text);
    await context.close();
  });

  it('leads from a question in Thai to practices with reasons, cities and a draft', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/');
    await page.locator('#problem').fill('น้ำท่วมในเมืองทุกปีและไม่มีระบบเตือนภัย');
    await page.getByRole('button', { name: 'Show cities that worked on this' }).click();
    expect(await page.locator('.title').innerText()).toContain('Flood resilience');
    expect(await page.locator('.records .why').count()).toBeGreaterThan(3);
    expect(await page.getByRole('region', { name: 'Cities that worked on it' }).count()).toBe(1);
    expect(await page.locator('#draft-text').inputValue()).toContain('น้ำท่วม');
    await context.close();
  });

  it.each([360, 1280])(
    'shows the cities that the button names before the practices, at %i px',
    async (width) => {
      const { page, context } = await visit(browser, { hasScripts: false, width });
      await page.goto('/problem?text=flood');
      const top = async (name: string) =>
        (await page.getByRole('region', { name }).boundingBox())?.y ?? Number.NaN;
      expect(await top('Cities that worked on it')).toBeLessThan(await top('Practices that answer it'));
      expect(await top('Cities that worked on it')).toBeLessThan(800);
      await context.close();
    },
  );

  it('takes 10,000 letters of a script that needs nine bytes a letter', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/');
    await page.locator('#problem').fill('น้ำท่วมในเมือง '.repeat(700).slice(0, 10_000));
    await page.getByRole('button', { name: 'Show cities that worked on this' }).click();
    expect(await page.locator('h1').innerText()).toBe('What other cities did about it');
    await context.close();
  });

  it('looks again with the topics that were chosen instead', async () => {
    const { page, context } = await visit(browser, { hasScripts: false });
    await page.goto('/problem?text=banjir');
    await page.getByText('Add other topics').click();
    const ticked = page.locator('input[name="topic"]:checked');
    while ((await ticked.count()) > 0) await ticked.first().uncheck();
    await page.locator('#topic-solid-waste').check();
    await page.getByRole('button', { name: 'Look again' }).click();
    expect(await page.locator('.title').innerText()).toContain('Understood as: Solid waste management.');
    await context.close();
  });
});

describe('describing a problem with scripts', () => {
  it('keeps the text on the device, brings it back, and clears it when asked', async () => {
    const { page, context } = await visit(browser);
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.locator('#problem').fill('Banjir rob setiap bulan.');
    await page.getByText(/^Saved on this device, \d\d:\d\d\.$/).waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('#problem').inputValue()).toBe('Banjir rob setiap bulan.');
    await page.getByRole('button', { name: 'Clear it' }).click();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('#problem').inputValue()).toBe('');
    await context.close();
  });

  it('keeps the draft of one text apart from that of another', async () => {
    const { page, context } = await visit(browser);
    await page.goto('/problem?text=banjir', { waitUntil: 'networkidle' });
    await page.locator('#draft-title').fill('Judul saya');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('#draft-title').inputValue()).toBe('Judul saya');
    await page.goto('/problem?text=sampah', { waitUntil: 'networkidle' });
    expect(await page.locator('#draft-title').inputValue()).toBe('sampah');
    await context.close();
  });
});
