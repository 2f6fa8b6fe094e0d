import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '#lib/platform/env.ts';

export type Ended = { code: number | null; output: string; seconds: number };
type Options = { settings?: Record<string, string>; uid?: number; cwd?: string; patience?: number };

/** A new folder that every user may enter and write. */
export function newFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'saling-fault-'));
  chmodSync(path, 0o777);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const running = new Set<ChildProcess>();

/** A test that failed half way leaves no server to the next. */
export async function endAll(): Promise<void> {
  for (const child of running) {
    child.kill('SIGTERM');
    await ended(child);
  }
}

/** Begins `server/start.mjs` with these settings and nothing of ours. Its words gather in `output()`. */
export function begin({ settings = {}, uid, cwd = process.cwd() }: Options) {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: childEnvironment({ NODE_ENV: undefined, LOG_LEVEL: 'warn', PORT: '0', HOME: tmpdir(), ...settings }),
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part;
    });
  }
  return { child, output: () => output };
}

/** Runs a start that is expected to end by itself; after `patience` milliseconds it is killed. */
export async function runToEnd(options: Options): Promise<Ended> {
  const started = performance.now();
  const { child, output } = begin(options);
  const timer = setTimeout(() => child.kill('SIGKILL'), options.patience ?? 60_000);
  const code = await ended(child);
  clearTimeout(timer);
  return { code, output: output(), seconds: (performance.now() - started) / 1000 };
}

export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

/** Waits until the server prints its address. @throws with its words when it ends before */
export async function untilReady(server: ReturnType<typeof begin>, patience = 120_000): Promise<string> {
  const until = Date.now() + patience;
  while (Date.now() < until && server.child.exitCode === null) {
    const url = /Saling is ready: (\S+)/.exec(server.output())?.[1];
    // Its other name: localhost may lead to another family of addresses first.
    if (url !== undefined) return url.replace('//localhost:', '//127.0.0.1:');
    await sleep(100);
  }
  throw new Error(`The server did not get ready: ${server.output()}`);
}

/** Lines that a person reads: without empty ones. */
export function linesOf(output: string): string[] {
  return output.split('\n').filter((line) => line.trim() !== '');
}
