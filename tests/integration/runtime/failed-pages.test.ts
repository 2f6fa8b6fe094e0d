import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { lineTo } from '#tests/support/cut-line.ts';
import { testDatabase } from '#tests/support/database.ts';
import { siteUrl } from '#tests/support/server.ts';
import { endProcess, type Site, startSite } from '#tests/support/site-process.ts';

const database = await testDatabase();
const line = await lineTo(database.url);
let site: Site;
beforeAll(async () => {
  // Two starts at once would both build the pages, and one of them fail.
  await siteUrl();
  const folder = join(inject('run').folder, 'failed-pages');
  site = await startSite(folder, {
    DATABASE_URL: line.url,
    SALING_SAMPLE_DATA: 'no',
    SALING_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
});
afterAll(() => endProcess(site.pid));

it('says nothing at its start but how to use it', () => {
  expect(logText().split('\n').filter(Boolean)[0]).toMatch(/^Building the pages|^Saling is ready/);
  expect(logText()).not.toContain('next.config');
});

const logText = () => readFileSync(site.log, 'utf8');

/** Levels of what the log says of a request, once its answer is noted: 40 is a warning, 50 an error. */
async function levelsOf(answer: Response): Promise<number[]> {
  const id = `"id":"${answer.headers.get('x-request-id')}"`;
  const lines = await vi.waitFor(() => {
    const found = logText()
      .split('\n')
      .filter((text) => text.includes(id))
      .map((text): { level: number; status?: number } => JSON.parse(text));
    expect(found.some(({ status }) => status === answer.status)).toBe(true);
    return found;
  });
  return lines.map(({ level }) => level);
}

/** What a reader without scripts sees. */
const words = (page: string): string =>
  page
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const PATHS = ['/', '/cities', '/cities/surabaya', '/search?q=quiet-words'];
const inLanguage = (path: string, lang: string) =>
  `${site.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;

describe('a page that throws', () => {
  beforeAll(async () => void (await database.sql`alter table city rename to city_away`));
  afterAll(async () => void (await database.sql`alter table city_away rename to city`));

  it.each([
    ['en', 'Something went wrong on our side'],
    ['id', 'Terjadi kesalahan di pihak kami'],
  ])('answers 500 with a page in %s that needs no scripts, and logs one error', async (lang, title) => {
    for (const path of PATHS) {
      const answer = await fetch(inLanguage(path, lang));
      expect(answer.status, path).toBe(500);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('content-language')).toBe(lang);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const page = await answer.text();
      expect(page).toContain(`<html lang="${lang}"`);
      expect(words(page)).toContain(title);
      expect(words(page)).toContain(answer.headers.get('x-request-id'));
      expect(page).not.toMatch(/<script|city_away|relation/);
      expect(await levelsOf(answer), path).toEqual([50, 40]);
    }
  });

  it('is one error in the log where the API asks, too', async () => {
    const answer = await fetch(`${site.url}/api/v1/cities?q=quiet-words`);
    expect(answer.status).toBe(500);
    expect(await levelsOf(answer)).toEqual([50, 40]);
  });

  it('and a form that cannot be read is none: no line says so', async () => {
    const body = new FormData();
    body.append('$ACTION_REF_1', '');
    body.append('$ACTION_1:0', '[[[');
    const answer = await fetch(`${site.url}/corrections/new`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    // What is answered later is in the log: a line about the form would be, too.
    await levelsOf(await fetch(inLanguage('/', 'en')));
    expect(logText()).not.toContain(String(answer.headers.get('x-request-id')));
  });

  it('leaves what people write out of the log', async () => {
    await fetch(`${site.url}/search?q=quiet-words`);
    expect(logText()).not.toContain('quiet-words');
  });
});

describe('without its database', () => {
  beforeAll(line.cut);

  it.each([
    ['en', 'The records cannot be read right now'],
    ['id', 'Catatan belum dapat dibaca saat ini'],
  ])('every page asks in %s to come back, and no trace is logged', async (lang, title) => {
    for (const path of PATHS) {
      const started = performance.now();
      const answer = await fetch(inLanguage(path, lang));
      expect(answer.status, path).toBe(503);
      expect(performance.now() - started, path).toBeLessThan(5000);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.headers.get('content-language')).toBe(lang);
      const page = await answer.text();
      expect(words(page)).toContain(title);
      expect(page).toContain(`href="${path}`);
      expect(page).not.toContain('<script');
      expect(await levelsOf(answer), path).toEqual([40, 40]);
    }
  });

  it('what needs no database is still there', async () => {
    expect((await fetch(`${site.url}/about`)).status).toBe(200);
  });
});

it('answers as before once the database is back', async () => {
  await line.mend();
  await vi.waitFor(async () => expect((await fetch(`${site.url}/cities`)).status).toBe(200), 10_000);
});
