import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, inject } from 'vitest';
import { onLoggedError } from '#lib/platform/log.ts';
import { takeExpected } from './logged-errors.ts';
import { knownSite } from './site-process.ts';

// An error that is logged without being expected fails the test, here and in the server that it talks to.
let logged: string[] = [];
let readSoFar = 0;

onLoggedError((line) => logged.push(line));

beforeEach(() => {
  logged = [];
  takeExpected();
  readSoFar = siteLogSize();
});

afterEach(() => {
  const expected = takeExpected();
  const unexpected = [...logged, ...newSiteErrors()].filter(
    (line) => !expected.some((pattern) => pattern.test(line)),
  );
  expect(unexpected, 'errors were logged').toEqual([]);
});

function site() {
  const run = inject('run') as { folder: string } | undefined;
  return run === undefined ? undefined : knownSite(run.folder);
}

function siteLogSize(): number {
  const log = site()?.log;
  return log === undefined ? 0 : statSync(log).size;
}

/** Next's words about forms that are not ours: a fault of who sent them, whichever test file that was. */
const OF_SENDERS = /Failed to find Server Action|Invalid Server Actions request|Server Reference ID did not/;

function newSiteErrors(): string[] {
  const log = site()?.log;
  if (log === undefined) return [];
  const text = readFileSync(log).subarray(readSoFar).toString('utf8');
  return text
    .split('\n')
    .filter((line) => /"level":[56]0|^\s*(⨯|Error:|TypeError)/.test(line) && !OF_SENDERS.test(line));
}
