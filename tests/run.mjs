// Plain JavaScript that old versions of Node can read too. Runs every test and ends with one line of counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOldNode } from '../server/version.mjs';

/** Counts of a report; a file that could not be loaded counts as one failed test. */
export function countReport(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The closing line. A run that ended badly though no test failed counts as one failure. */
export function closingLine(counts, exitCode) {
  const failed = counts.failed === 0 && exitCode !== 0 ? 1 : counts.failed;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${failed} failed${skipped}`;
}

/** What cannot run here is said, never skipped in silence. */
export function meilisearchLine(url) {
  return url?.trim() ? undefined : 'Meilisearch: not run (MEILI_URL is not set)';
}

async function build() {
  const { ensureBuild } = await import('../server/startup/build.ts');
  const say = () => process.stdout.write('Building the pages, once; this takes about a minute …\n');
  await ensureBuild(say, new AbortController().signal);
}

function runVitest(outputFile, args) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

function readCounts(outputFile) {
  try {
    return countReport(JSON.parse(readFileSync(outputFile, 'utf8')));
  } catch {
    process.stderr.write('The test runner left no report.\n');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const folder = mkdtempSync(join(tmpdir(), 'saling-report-'));
  try {
    await build();
    const outputFile = join(folder, 'report.json');
    const exitCode = await runVitest(outputFile, process.argv.slice(2));
    const counts = readCounts(outputFile);
    const notRun = meilisearchLine(process.env.MEILI_URL);
    if (notRun !== undefined) process.stdout.write(`\n${notRun}\n`);
    process.stdout.write(`\n${closingLine(counts, exitCode)}\n`);
    process.exitCode = exitCode === 0 && counts.failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain && !refuseOldNode()) {
  main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.stdout.write('\n0 passed, 1 failed\n');
    process.exitCode = 1;
  });
}
