import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { npmStartArguments } from '#tests/support/site-process.ts';
import { type Load, load, median } from './load.ts';
import type { Measure } from './measure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');
const BARE = 'tests/bench/bare';
const ROUNDS = 5;
const ROUND_MS = 3000;
const CONNECTIONS = 8;
/** Until V8 has compiled what runs often: a page of many parts needs more of them than a bare one. */
const WARM_REQUESTS = 1500;

/** Requests per second of a city page against a page of a bare Next application, in turns; memory at rest. */
export async function benchPages(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'saling-bench-'));
  // By the same builder as ours.
  await promisify(execFile)(process.execPath, [NEXT, 'build', BARE], { cwd: ROOT });
  const [barePort, port] = [await freePort(), await freePort()];
  const bare = start([NEXT, 'start', BARE, '-p', String(barePort)], {});
  const saling = start(npmStartArguments(), { PORT: String(port), SALING_DATA_DIR: join(folder, 'data') });
  try {
    const barePage = `http://127.0.0.1:${barePort}/`;
    const cityPage = `http://127.0.0.1:${port}/cities/bandung`;
    await Promise.all([untilAnswers(barePage), untilAnswers(cityPage)]);
    await sleep(5000);
    const memory = await residentMegabytes(saling);
    const ratios: number[] = [];
    const speeds: number[] = [];
    const costs: number[] = [];
    await warmUp(cityPage);
    await warmUp(barePage);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [bareLoad, bareCost] = await loadAndCost(bare, barePage);
      const [cityLoad, cityCost] = await loadAndCost(saling, cityPage);
      if (cityLoad.failures + bareLoad.failures > 0) throw new Error('a page did not answer 200 under load');
      ratios.push(cityLoad.requestsPerSecond / bareLoad.requestsPerSecond);
      speeds.push(cityLoad.requestsPerSecond);
      costs.push(bareCost / cityCost);
    }
    return [
      { name: 'city page, share of a bare Next page', value: median(ratios), unit: 'x', atLeast: 0.5 },
      { name: 'the same by processor time of the two servers', value: median(costs), unit: 'x' },
      { name: 'city page', value: median(speeds), unit: 'requests/s' },
      { name: 'server at rest, database apart', value: memory, unit: 'MB', atMost: 400 },
    ];
  } finally {
    await Promise.all([stop(bare), stop(saling)]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function warmUp(url: string): Promise<void> {
  let asked = 0;
  while (asked < WARM_REQUESTS) {
    const { requests } = await load(url, CONNECTIONS, ROUND_MS);
    asked += requests;
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

/** With the milliseconds of a processor that the server took for each request, which others on the machine move less. */
async function loadAndCost(server: ChildProcess, url: string): Promise<[Load, number]> {
  const before = await processorTime(server);
  const done = await load(url, CONNECTIONS, ROUND_MS);
  return [done, ((await processorTime(server)) - before) / done.requests];
}

/** Of all its threads, in milliseconds; Linux counts in hundredths of a second. */
async function processorTime({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
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
