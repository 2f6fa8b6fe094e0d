import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import { MOST_WAITING } from '#lib/papers/contract.ts';
import { compilerPid, toPdf } from '#lib/papers/gateway/pdf.ts';
import { paperProblemOf } from '#lib/papers/rules.ts';
import { expectLoggedError } from '#tests/support/logged-errors.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));

const item = (text: string) => ({ mark: 'dash', label: null, text: { text, language: 'en' }, note: null });
const paper = (texts: string[]) => ({
  ...{
    language: 'en',
    title: 'Title',
    name: 'Saling',
    office: '',
    date: '',
    city: 'Hue',
    own: null,
    lead: 'Lead',
  },
  before: [{ heading: 'Heading', items: texts.map(item) }],
  facts: { heading: '', own: '', other: '', rows: [] },
  after: [],
  sources: { heading: '', items: [] },
  ...{ shortened: null, replaced: '' },
  foot: { compiled: '', binding: '', address: '', pages: {} },
});
const short = [paper(['A text.'])];
const reasonOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'made' : paperProblemOf(result.reason);
const outcomes = async (works: Promise<unknown>[]) => (await Promise.allSettled(works)).map(reasonOf);

it('takes as many at once as it says, asks the others to come again, and leaves the server its turn', async () => {
  await toPdf(short);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const found = await outcomes(Array.from({ length: MOST_WAITING + 20 }, () => toPdf(short)));
  delay.disable();
  // One is at work, the others wait.
  expect(found.filter((one) => one === 'made')).toHaveLength(MOST_WAITING + 1);
  expect(found.filter((one) => one === 'busy')).toHaveLength(19);
  expect(delay.percentile(99) / 1e6).toBeLessThan(250);
  expect(await outcomes([toPdf(short)])).toEqual(['made']);
});

it('takes the first of several that fits on two pages', async () => {
  expectLoggedError(/too-long.*paper not made/);
  const long = paper(Array.from({ length: 400 }, (_, index) => `Line ${index}`));
  expect(await outcomes([toPdf([long, ...short]), toPdf([long])])).toEqual(['made', 'failed']);
});

it('makes the next one after its process was killed in the middle of one', async () => {
  expectLoggedError(/failed.*paper not made/);
  await toPdf(short);
  const works = [toPdf(short), toPdf(short)];
  const pid = compilerPid();
  if (pid === undefined) throw new Error('nothing is at work');
  process.kill(pid, 'SIGKILL');
  expect(await outcomes(works)).toEqual(['failed', 'made']);
  expect(compilerPid()).not.toBe(pid);
});

it('says that the compiler is missing where its package is not installed', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'saling-'));
  cpSync('lib/papers/gateway', join(elsewhere, 'lib/papers/gateway'), { recursive: true });
  const pid = compilerPid();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await expect.poll(() => compilerPid()).toBeUndefined();
  process.chdir(elsewhere);
  expect(await outcomes([toPdf(short), toPdf(short)])).toEqual(['missing', 'missing']);
  process.chdir(home);
  rmSync(elsewhere, { recursive: true });
});
