import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '#lib/platform/env.ts';

export type Site = { url: string; pid: number; log: string };

const SLOWEST_START = 240_000;

/** What `npm start` gives to Node, its flags included. */
export function npmStartArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

/**
 * Starts the real server (the built one) on a free port with a data folder of its own, and waits until it is
 * ready. The process outlives its parent: end it with endProcess.
 */
export async function startSite(folder: string, settings: Record<string, string> = {}): Promise<Site> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, npmStartArguments(), {
    detached: true,
    stdio: ['ignore', output, output],
    env: childEnvironment({
      NODE_ENV: undefined,
      LOG_LEVEL: 'warn',
      PORT: '0',
      SALING_DATA_DIR: join(folder, 'data'),
      ...settings,
    }),
  });
  closeSync(output);
  child.unref();
  const end = Date.now() + SLOWEST_START;
  while (Date.now() < end) {
    const text = readFileSync(log, 'utf8');
    const url = /Saling is ready: (\S+)/.exec(text)?.[1];
    // The name localhost stays free for another sign-in.
    if (url !== undefined)
      return { url: url.replace('//localhost:', '//127.0.0.1:'), pid: child.pid ?? 0, log };
    if (child.exitCode !== null) throw new Error(`The server did not start: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.kill(child.pid ?? 0, 'SIGKILL');
  throw new Error(`The server was not ready in time: ${readFileSync(log, 'utf8')}`);
}

/** Asks a process to end in order and waits; after half a minute it is killed. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const end = Date.now() + 30_000;
  let isAsked = false;
  while (isRunning(pid)) {
    if (!isAsked) process.kill(pid, signal);
    isAsked = true;
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const record = (runFolder: string) => join(runFolder, 'site.json');

/** The site of this run, started by the first file that asks. */
export async function sharedSite(runFolder: string): Promise<Site> {
  try {
    mkdirSync(join(runFolder, 'site.lock'));
  } catch {
    return waitForSite(runFolder);
  }
  const site = await startSite(join(runFolder, 'site'));
  writeFileSync(record(runFolder), JSON.stringify(site));
  return site;
}

async function waitForSite(runFolder: string): Promise<Site> {
  const end = Date.now() + SLOWEST_START;
  while (Date.now() < end) {
    const site = knownSite(runFolder);
    if (site) return site;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The site that another test file starts was not ready in time.');
}

export function knownSite(runFolder: string): Site | undefined {
  if (!existsSync(record(runFolder))) return undefined;
  try {
    return JSON.parse(readFileSync(record(runFolder), 'utf8')) as Site;
  } catch {
    return undefined;
  }
}

export async function stopSite(runFolder: string): Promise<void> {
  const site = knownSite(runFolder);
  if (site) await endProcess(site.pid);
}
