import { type Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { cityCommand } from '#server/cli/commands/city.ts';
import { userCommand } from '#server/cli/commands/user.ts';
import type { Runtime } from '#server/cli/runtime.ts';

/** A command that was written wrongly must be refused before a database is opened. */
const noDatabase: Runtime = {
  path: (name) => name,
  withDatabase: () => Promise.reject(new Error('opened')),
  withWorker: () => Promise.reject(new Error('opened')),
};

function run(command: Command, ...args: string[]): Promise<unknown> {
  for (const one of [command, ...command.commands]) {
    one.exitOverride().allowExcessArguments(false);
    one.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  }
  return command.parseAsync(args, { from: 'user' });
}
const EMAIL = ['--email', 'a@b.example'];

describe('saling user invite', () => {
  const invite = (...args: string[]) => run(userCommand(noDatabase), 'invite', ...args);
  it.each([
    [[]],
    [EMAIL],
    [[...EMAIL, '--office', 'agmf']],
    [[...EMAIL, '--office', 'agmf', '--role', 'king']],
    [[...EMAIL, '--office', 'agmf', '--role', 'staff', 'x']],
  ])('refuses %j', async (args) => {
    await expect(invite(...args)).rejects.toBeInstanceOf(CommanderError);
  });

  it('accepts what is complete', async () => {
    const args = [...EMAIL, '--office', 'city:bandung', '--role', 'focal-point', '--name', 'Sari', '--json'];
    await expect(invite(...args)).rejects.toThrow('opened');
  });
});

describe('saling city appoint', () => {
  const appoint = (...args: string[]) => run(cityCommand(noDatabase), 'appoint', ...args);
  it.each([
    [[]],
    [['bandung']],
    [['bandung', ...EMAIL]],
    [['bandung', ...EMAIL, '--role', 'observer']],
    [['bandung', 'jakarta', ...EMAIL, '--role', 'staff']],
  ])('refuses %j', async (args) => {
    await expect(appoint(...args)).rejects.toBeInstanceOf(CommanderError);
  });

  it('accepts what is complete', async () => {
    const args = [
      'bandung',
      ...EMAIL,
      '--role',
      'deputy',
      '--letter',
      '1/2',
      '--from',
      '2026-12-01',
      '--json',
    ];
    await expect(appoint(...args)).rejects.toThrow('opened');
  });
});
