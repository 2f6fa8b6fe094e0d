import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { siteUrl } from './server.ts';

/** A reader: language, colours, width of the window, and whether scripts run. */
export type Reader = {
  language?: 'en' | 'id';
  theme?: 'light' | 'dark';
  width?: number;
  hasScripts?: boolean;
  /** Token of a session: who reads has signed in. */
  session?: string;
  /** Address of a site of one's own; else the one that all test files share. */
  base?: string;
};

export type Visit = {
  page: Page;
  context: BrowserContext;
  base: string;
  /** Errors of scripts and of the console, requests that left the site; a test expects none. */
  troubles: string[];
};

const INSTALLED = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The Chromium that came with the npm packages, else an installed one. */
export async function openBrowser(): Promise<Browser> {
  // A first start builds the pages: in a hook, which has more time than a test.
  await siteUrl();
  const executablePath =
    process.platform === 'linux' && process.arch === 'x64'
      ? await chromium.executablePath()
      : INSTALLED.find((path) => existsSync(path));
  return playwright.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

/** A new window of a reader who has never been here. */
export async function visit(browser: Browser, reader: Reader = {}): Promise<Visit> {
  const { language = 'en', theme = 'light', width = 1280, hasScripts = true, session } = reader;
  const base = reader.base ?? (await siteUrl());
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 900 },
    colorScheme: theme,
    javaScriptEnabled: hasScripts,
    locale: language,
  });
  await context.addCookies([{ name: 'lang', value: language, url: base }]);
  if (session !== undefined) {
    await context.addCookies([{ name: 'saling-session', value: session, url: base, httpOnly: true }]);
  }
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) {
      troubles.push(`request: ${request.url()}`);
    }
  });
  return { page, context, base, troubles };
}

/** What axe finds wrong on the page as it is now, one line each. */
export async function findViolations(page: Page): Promise<string[]> {
  // While React changes from one page to the next there is a moment without title; a page without one never passes.
  await page.waitForFunction(() => document.title !== '');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** Pixels by which the page is wider than its window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
