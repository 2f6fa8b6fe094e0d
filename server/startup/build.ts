import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { sleep } from '#db/embedded/process.ts';
import { childEnvironment } from '#lib/platform/env.ts';
import { whileNobodyBuilds } from './build-lock.ts';
import { StartError } from './start-error.ts';

const MARK = '.next/saling-build.json';
/** How long another builder may take. */
const PATIENCE = 600_000;
const SOURCES = ['app', 'components', 'db', 'i18n', 'lib', 'messages', 'public', 'data'];
const SETTINGS = ['next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json'];

/** A digest of everything that the built pages are made of. */
export function sourceDigest(): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  const files = [...SETTINGS, ...SOURCES.filter((folder) => existsSync(folder)).flatMap(filesIn)].sort();
  for (const file of files) {
    if (existsSync(file)) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export function hasCurrentBuild(digest: string): boolean {
  try {
    const mark = JSON.parse(readFileSync(MARK, 'utf8')) as { digest?: unknown };
    return mark.digest === digest && statSync('.next/BUILD_ID').isFile();
  } catch {
    return false;
  }
}

/**
 * Builds the pages where there is no current build.
 * @param say told what goes on, one line each. @throws StartError with the builder's last words.
 */
export async function ensureBuild(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const digest = sourceDigest();
  if (hasCurrentBuild(digest)) return;
  const onWait = () => say('Another start builds the pages; waiting for it …');
  try {
    await whileNobodyBuilds(onWait, signal, async () => {
      if (hasCurrentBuild(digest)) return;
      say('Building the pages, once; this takes about a minute …');
      rmSync(MARK, { force: true });
      await buildAfterOthers(onWait, signal);
      writeFileSync(MARK, JSON.stringify({ digest }));
    });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      'Cannot write the built pages to .next: make this folder writable for this user.',
      error,
    );
  }
}

/** A start that was killed may leave its builder running: Next refuses until that one has ended. */
async function buildAfterOthers(onWait: () => void, signal: AbortSignal): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (let round = 0; ; round += 1) {
    const { code, words } = await runBuild(signal);
    if (code === 0) return;
    if (!/another next build process/i.test(words) || performance.now() > until) {
      throw new StartError(`The pages could not be built (${reason(words)}): see "npm run build".`, words);
    }
    if (round === 0) onWait();
    await sleep(1000);
    signal.throwIfAborted();
  }
}

function runBuild(signal: AbortSignal): Promise<{ code: number | null; words: string }> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: '1' }),
    signal,
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words = (words + chunk).slice(-20_000);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, words: stripVTControlCharacters(words) }));
  });
}

function reason(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  const telling = [/module not found|type error/i, /^error:/i, /error/i];
  const line = telling
    .map((pattern) => lines.find((text) => pattern.test(text)))
    .find((text) => text !== undefined);
  return (line ?? 'no reason was given').slice(0, 200);
}
