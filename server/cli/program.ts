import { Command } from 'commander';
import description from '#package.json' with { type: 'json' };
import { bootstrapCommand } from './commands/bootstrap.ts';
import { cityCommand } from './commands/city.ts';
import { correctionsCommand } from './commands/corrections.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { matchCommand } from './commands/match.ts';
import { profileCommand } from './commands/profile.ts';
import { reindexCommand } from './commands/reindex.ts';
import { searchCommand } from './commands/search.ts';
import { seedCommand } from './commands/seed.ts';
import { tokenCommand } from './commands/token.ts';
import { userCommand } from './commands/user.ts';
import type { Runtime } from './runtime.ts';

const commands: readonly ((runtime: Runtime) => Command)[] = [
  bootstrapCommand,
  seedCommand,
  reindexCommand,
  matchCommand,
  searchCommand,
  evaluateCommand,
  correctionsCommand,
  tokenCommand,
  userCommand,
  cityCommand,
  profileCommand,
];

/** The whole command line: one file per command in `commands/`. */
export function createProgram(runtime: Runtime): Command {
  const program = new Command('saling')
    .description(description.description)
    .version(description.version)
    .showHelpAfterError('(run with --help to see what is possible)')
    .addHelpText('after', '\nExit codes: 0 done, 1 it could not be done, 2 the command was written wrongly.');
  for (const build of commands) program.addCommand(build(runtime));
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().allowExcessArguments(false);
    command.configureOutput({ outputError: (text, write) => write(text) });
  }
  return program;
}
