import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { matchCommand } from '#server/cli/commands/match.ts';
import type { Runtime } from '#server/cli/runtime.ts';

/** A command that was written wrongly must be refused before a database is opened. */
const noDatabase: Runtime = {
  path: (name) => name,
  withDatabase: () => Promise.reject(new Error('opened')),
  withWorker: () => Promise.reject(new Error('opened')),
};

function run(...args: string[]): Promise<unknown> {
  const command = matchCommand(noDatabase).exitOverride();
  command.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  return command.parseAsync(args, { from: 'user' });
}

describe('saling match', () => {
  it.each([
    [],
    ['bandung', '--all'],
    ['bandung', '--mode', 'both'],
    ['bandung', '--limit', '0'],
    ['bandung', '--limit', '-1'],
    ['bandung', '--limit', '1e9'],
    ['bandung', '--limit', 'abc'],
    ['bandung', '--limit', '101'],
    ['bandung', 'jakarta'],
    ['bandung', '--colour'],
  ])('refuses %j %j %j', async (...args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(CommanderError);
  });

  it.each([['bandung'], ['--all', '--json'], ['bandung', '--mode', 'learn-from', '--limit', '100']])(
    'accepts %j %j %j',
    async (...args) => {
      await expect(run(...args)).rejects.toThrow('opened');
    },
  );
});
