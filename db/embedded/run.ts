import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Outcome = { code: number; stdout: string; stderr: string };

/** Runs a command to its end as the given account. Never rejects: code -1 means it could not be started. */
export function run(account: Account, command: string, args: readonly string[]): Promise<Outcome> {
  const [file, ...rest] = [...account.prefix, command, ...args];
  return new Promise((resolve) => {
    const child = spawn(file ?? command, rest, {
      ...account.identity,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      env: account.variables,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', (error) => resolve({ code: -1, stdout, stderr: error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
