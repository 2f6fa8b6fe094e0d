import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from '#db/embedded/errors.ts';
import { isAlive, sleep } from '#db/embedded/process.ts';

/** Next empties its folder before it builds, but for this one. */
const LOCK = '.next/cache/saling-build.lock';
const HEARTBEAT = 2000;
/** A lock that nobody has touched for so long was left by a process that was killed. */
const LEFT_AFTER = 30_000;

/**
 * Runs `work` while no other start builds in this folder: two builds at once would take each other's files away.
 * @param onWait told once, when another one is at it.
 */
export async function whileNobodyBuilds<Result>(
  onWait: () => void,
  signal: AbortSignal,
  work: () => Promise<Result>,
  lock = LOCK,
): Promise<Result> {
  mkdirSync(dirname(lock), { recursive: true });
  for (let round = 0; !take(lock); round += 1) {
    if (round === 0) onWait();
    await sleep(500);
    signal.throwIfAborted();
  }
  const beat = setInterval(() => utimes(lock, new Date(), new Date(), () => undefined), HEARTBEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  const draft = `${lock}.${process.pid}`;
  if (isLeft(lock)) rmSync(lock, { force: true });
  writeFileSync(draft, String(process.pid));
  try {
    // A link is made whole or not at all.
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isLeft(lock: string): boolean {
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  try {
    return Date.now() - stat.mtimeMs > LEFT_AFTER || !isAlive(Number(readFileSync(lock, 'utf8')));
  } catch {
    return false;
  }
}
