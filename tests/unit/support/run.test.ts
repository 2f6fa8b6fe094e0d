import { describe, expect, it } from 'vitest';
import { closingLine, countReport, meilisearchLine } from '#tests/run.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('the closing line of the tests', () => {
  it('adds up all projects', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };
    expect(closingLine(countReport(report), 0)).toBe('7 passed, 0 failed');
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [file('failed', 'failed', 'passed'), file('failed'), file('passed', 'passed')],
    };
    expect(closingLine(countReport(report), 1)).toBe('7 passed, 2 failed, 2 skipped');
  });

  it('never says that all is well when the runner does not', () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 }, 1)).toBe('7 passed, 1 failed');
  });
});

describe('the line about Meilisearch', () => {
  it('says that it did not run, unless it did', () => {
    expect(meilisearchLine(undefined)).toBe('Meilisearch: not run (MEILI_URL is not set)');
    expect(meilisearchLine(' ')).toBe('Meilisearch: not run (MEILI_URL is not set)');
    expect(meilisearchLine('http://127.0.0.1:7700')).toBeUndefined();
  });
});
