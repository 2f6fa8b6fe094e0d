import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { SalingError } from '#lib/core/errors.ts';
import { ASK_AGAIN_AFTER, MOST_PAGES, MOST_WAITING } from '#lib/papers/contract.ts';
import { childEnvironment } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import type { Compiled, PaperData, ToCompile } from './messages.ts';

const log = logger('papers');
/** The first paper after a rest waits for the compiler's start, too. */
const LONGEST = 20_000;
/** Without work for so long, the process ends and gives its memory back. */
const REST = 60_000;

type Waiting = { task: ToCompile; resolve: (pdf: Uint8Array) => void; reject: (error: SalingError) => void };

let child: ChildProcess | undefined;
let current: (Waiting & { timer: NodeJS.Timeout }) | undefined;
let resting: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting: Waiting[] = [];

const unavailable = (reason: 'busy' | 'missing' | 'failed') =>
  new SalingError('unavailable', { params: { reason, retryAfter: ASK_AGAIN_AFTER } });

/**
 * The first of the sheets that takes at most two pages, as PDF. One is made at a time, in a process of its own.
 * @throws SalingError `unavailable` with `reason`: `busy` where too many wait, `missing` where this computer has no compiler
 */
export function toPdf(sheets: PaperData[]): Promise<Uint8Array> {
  if (waiting.length >= MOST_WAITING) return Promise.reject(unavailable('busy'));
  return new Promise((resolve, reject) => {
    waiting.push({ task: { id: ++lastId, sheets, mostPages: MOST_PAGES }, resolve, reject });
    next();
  });
}

/** The process that makes papers; undefined while there is none. */
export const compilerPid = (): number | undefined => child?.pid;

function next(): void {
  if (current !== undefined) return;
  const first = waiting.shift();
  clearTimeout(resting);
  if (first === undefined) {
    resting = setTimeout(() => child?.kill(), REST);
    resting.unref();
    return;
  }
  current = { ...first, timer: setTimeout(() => child?.kill('SIGKILL'), LONGEST) };
  child ??= start();
  child.send(first.task, (error) => {
    if (error) child?.kill('SIGKILL');
  });
}

function start(): ChildProcess {
  const { PATH, SystemRoot, TEMP } = childEnvironment();
  const path = join(process.cwd(), 'lib', 'papers', 'gateway', 'compiler.ts');
  const started = fork(/* turbopackIgnore: true */ path, [], {
    // Nothing of the server's settings: no address of the database, no secret.
    env: {
      NODE_ENV: 'production',
      ...(PATH && { PATH }),
      ...(SystemRoot && { SystemRoot }),
      ...(TEMP && { TEMP }),
    },
    execArgv: ['--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  started.unref();
  started.channel?.unref();
  started.on('message', (answer: Compiled) => finish(answer));
  for (const end of ['error', 'exit'] as const) {
    started.on(end, (cause: unknown) => {
      if (child !== started) return;
      child = undefined;
      if (current !== undefined) finish({ id: current.task.id, problem: 'failed', detail: String(cause) });
    });
  }
  return started;
}

function finish(answer: Compiled): void {
  if (current === undefined || answer.id !== current.task.id) return;
  const { resolve, reject, timer } = current;
  clearTimeout(timer);
  current = undefined;
  if ('pdf' in answer) resolve(answer.pdf);
  else {
    const { problem, detail } = answer;
    log[problem === 'missing' ? 'warn' : 'error']({ problem, detail }, 'paper not made');
    reject(unavailable(problem === 'missing' ? 'missing' : 'failed'));
  }
  next();
}
