import { spawn } from 'node:child_process';
import { childEnvironment } from '#lib/platform/env.ts';

export type Said = { code: number | null; out: string; err: string };

/** Runs `saling` with these words, as in production. */
export function saling(settings: Record<string, string>, ...words: string[]): Promise<Said> {
  const child = spawn(process.execPath, ['server/saling.mjs', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({ NODE_ENV: undefined, LOG_LEVEL: 'warn', ...settings }),
  });
  const said: Said = { code: null, out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.err += part;
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...said, code }));
  });
}
