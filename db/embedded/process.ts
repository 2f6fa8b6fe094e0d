import { existsSync, readFileSync } from 'node:fs';
import { systemCode } from './errors.ts';

/** Whether a process of that number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Whether that process can be a postmaster of the cluster. After a restart of the machine or the container
 * another program may have its number. Where the system does not tell (no /proc), every living one can.
 */
export function canBePostmaster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks until the answer is not undefined, or the time is over. */
export async function poll<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  limit: number,
): Promise<T | undefined> {
  const end = performance.now() + limit;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(20);
  }
  return undefined;
}
