import { type Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { profileCommand } from '#server/cli/commands/profile.ts';
import type { Runtime } from '#server/cli/runtime.ts';

/** A command that was written wrongly must be refused before a database is opened. */
const noDatabase: Runtime = {
  path: (name) => name,
  withDatabase: () => Promise.reject(new Error('opened')),
  withWorker: () => Promise.reject(new Error('opened')),
};
const EMAIL = ['--email', 'a@b.example'];

function run(...args: string[]): Promise<unknown> {
  const command: Command = profileCommand(noDatabase);
  for (const one of [command, ...command.commands]) {
    one.exitOverride().allowExcessArguments(false);
    one.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  }
  return command.parseAsync(args, { from: 'user' });
}

describe('saling profile', () => {
  it.each([
    [['export']],
    [['export', 'bandung']],
    [['export', 'bandung', ...EMAIL, '--format', 'xlsx']],
    [['export', 'bandung', ...EMAIL, '--table', 'people']],
    [['import', 'bandung', ...EMAIL]],
    [['import', 'bandung', 'a.csv']],
    [['import', 'bandung', 'a.csv', 'b.csv', ...EMAIL]],
  ])('refuses %j', async (args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(CommanderError);
  });

  it.each([
    [['export', 'bandung', ...EMAIL, '--format', 'csv', '--table', 'needs']],
    [['import', 'bandung', 'a.csv', ...EMAIL, '--apply', '--json']],
  ])('accepts %j', async (args) => {
    await expect(run(...args)).rejects.toThrow('opened');
  });
});
