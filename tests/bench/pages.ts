import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load, median } from './load.ts';
import type { Measure } from './measure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');
const BARE = 'tests/bench/bare';
const ROUNDS = 5;
const ROUND_MS = 3000;
const CONNECTIONS = 8;

/** Requests per second of a city page against a page of a bare Next application, in turns; memory at rest. */
export async function benchPages(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'saling-bench-'));
  await promisify(execFile)(process.execPath, [NEXT, 'build', '--webpack', BARE], { cwd: ROOT });
  const [barePort, port] = [await freePort(), await freePort()];
  const bare = start([NEXT, 'start', BARE, '-p', String(barePort)], {});
  const saling = start(['server/start.mjs'], { PORT: String(port), SALING_DATA_DIR: join(folder, 'data') });
  try {
    const barePage = `http://127.0.0.1:${barePort}/`;
    const cityPage = `http://127.0.0.1:${port}/cities/bandung`;
    await Promise.all([untilAnswers(barePage), untilAnswers(cityPage)]);
    await sleep(5000);
    const memory = await residentMegabytes(saling);
    const ratios: number[] = [];
    const speeds: number[] = [];
    await load(cityPage, CONNECTIONS, ROUND_MS);
    await load(barePage, CONNECTIONS, ROUND_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      const bareLoad = await load(barePage, CONNECTIONS, ROUND_MS);
      const cityLoad = await load(cityPage, CONNECTIONS, ROUND_MS);
      if (cityLoad.failures + bareLoad.failures > 0) throw new Error('a page did not answer 200 under load');
      ratios.push(cityLoad.requestsPerSecond / bareLoad.requestsPerSecond);
      speeds.push(cityLoad.requestsPerSecond);
    }
    return [
      { name: 'city page, share of a bare Next page', value: median(ratios), unit: 'x', atLeast: 0.5 },
      { name: 'city page', value: median(speeds), unit: 'requests/s' },
      { name: 'server at rest, database apart', value: memory, unit: 'MB', atMost: 400 },
    ];
  } finally {
    await Promise.all([stop(bare), stop(saling)]);
    await rm(folder, { recursive: true, force: true });
  }
}

function start(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'ignore' });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

async function untilAnswers(url: string): Promise<void> {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) return;
    await sleep(250);
  }
  throw new Error(`${url} did not answer within three minutes`);
}

async function residentMegabytes(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
