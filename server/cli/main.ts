import { CommanderError } from 'commander';
import { loadSettingsFile, setMode } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import { explainFailure } from '#server/startup/explain.ts';
import { endQuietlyWhenNobodyReads, say } from './output.ts';

const USAGE = 2;

/** Runs one command and ends the process: 0 done, 1 it could not be done, 2 the command was written wrongly. */
export async function main(argv: readonly string[], callerFolder: string): Promise<void> {
  endQuietlyWhenNobodyReads();
  process.exitCode = await run(argv, callerFolder);
  // What is still being written to a pipe gets out before the end.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  process.exit();
}

async function run(argv: readonly string[], callerFolder: string): Promise<number> {
  try {
    setMode('production');
    loadSettingsFile();
    const { createProgram } = await import('./program.ts');
    const { createRuntime } = await import('./runtime.ts');
    await createProgram(createRuntime(callerFolder)).parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    say(explainFailure(error));
    logger('cli').debug({ err: error }, 'the command failed');
    return 1;
  }
}
