import { loadSettingsFile, setMode } from '#lib/platform/env.ts';
import { say } from './cli/output.ts';
import { explainFailure } from './startup/explain.ts';
import { createLifecycle } from './startup/lifecycle.ts';

/** Runs the server until it is asked to stop. Exit code 0 after an ordered stop, 1 when the start fails. */
export async function main(args: readonly string[]): Promise<void> {
  const lifecycle = createLifecycle(() => say('Stopping …'));
  try {
    const isDevelopment = args.includes('--dev');
    setMode(isDevelopment ? 'development' : 'production');
    loadSettingsFile();
    // Imported only now, so that loggers and Next see the settings.
    const { serve } = await import('./serve.ts');
    await serve(lifecycle, isDevelopment);
  } catch (error) {
    if (lifecycle.signal.aborted) return;
    say(explainFailure(error));
    const { logger } = await import('#lib/platform/log.ts');
    logger('start').debug(
      { err: error, cause: error instanceof Error ? error.cause : undefined },
      'the start failed',
    );
    await lifecycle.stop();
    process.exit(1);
  }
}
