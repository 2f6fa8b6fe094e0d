import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sleep } from '#db/embedded/process.ts';
import { whileNobodyBuilds } from '#server/startup/build-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'saling-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lock = join(folder, 'cache', 'lock');
const signal = new AbortController().signal;
let waits: number;
const onWait = () => {
  waits += 1;
};
beforeEach(() => {
  waits = 0;
  rmSync(lock, { force: true });
});

/** A lock as a start that was killed leaves it. */
function leave(pid: number, secondsAgo: number): void {
  mkdirSync(join(folder, 'cache'), { recursive: true });
  writeFileSync(lock, String(pid));
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(lock, then, then);
}

describe('two starts at once in one copy', () => {
  it('build one after the other', async () => {
    const order: string[] = [];
    const build = (name: string) => async () => {
      order.push(`${name} begins`);
      await sleep(300);
      order.push(`${name} ends`);
    };
    const all = ['a', 'b'].map((name) => whileNobodyBuilds(onWait, signal, build(name), lock));
    await Promise.all(all);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(waits).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('wait no longer once they are asked to stop', async () => {
    leave(process.pid, 0);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const build = () => Promise.reject(new Error('must not begin'));
    await expect(whileNobodyBuilds(onWait, controller.signal, build, lock)).rejects.toThrow(/abort/);
    expect(existsSync(lock)).toBe(true);
  });

  it('leave the next one free when a build fails', async () => {
    const failing = whileNobodyBuilds(onWait, signal, () => Promise.reject(new Error('broken')), lock);
    await expect(failing).rejects.toThrow('broken');
    expect(await whileNobodyBuilds(onWait, signal, async () => 'built', lock)).toBe('built');
    expect(waits).toBe(0);
  });
});

describe('what a start that was killed left behind', () => {
  it.each([
    ['a process that is gone', 2 ** 22 + 1, 0],
    ['a number that another program has now', process.pid, 60],
    ['half a file', Number.NaN, 60],
  ])('keeps nobody waiting: %s', async (_what, pid, secondsAgo) => {
    leave(pid, secondsAgo);
    expect(await whileNobodyBuilds(onWait, signal, async () => 'built', lock)).toBe('built');
    expect(waits).toBe(0);
  });
});
