import { Agent, get } from 'node:http';

export type Load = { requests: number; requestsPerSecond: number; failures: number };

/**
 * Asks one address over and over from `connections` kept connections for `milliseconds`.
 * Failures are answers other than 200; they do not count as requests.
 */
export async function load(url: string, connections: number, milliseconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + milliseconds;
  let done = 0;
  let failures = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      if ((await statusOf(url, agent)) === 200) done += 1;
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { requests: done, requestsPerSecond: done / ((performance.now() - started) / 1000), failures };
}

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    }).on('error', reject);
  });
}

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The value that a share of the values (0 to 1) does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
