import { logger } from '#lib/platform/log.ts';

const log = logger('lifecycle');
const PATIENCE = 25_000;

export type Lifecycle = {
  /** Aborted as soon as the process has been asked to stop. */
  signal: AbortSignal;
  /** Runs at the stop; the last one added runs first. */
  onStop(name: string, close: () => Promise<void>): void;
  /** Closes everything; safe to call twice. */
  stop(): Promise<void>;
};

/**
 * Ctrl-C or SIGTERM stops everything in order and ends with code 0; the second one ends at once.
 * @param onAsked told once, when the stop begins.
 */
export function createLifecycle(onAsked: () => void): Lifecycle {
  const controller = new AbortController();
  const closers: { name: string; close: () => Promise<void> }[] = [];
  let stopping: Promise<void> | undefined;

  const stop = () => {
    // Whatever asked for the stop, a part that does not end must not keep the process.
    if (stopping === undefined) setTimeout(() => process.exit(1), PATIENCE).unref();
    stopping ??= closeAll(closers, controller);
    return stopping;
  };
  const onSignal = () => {
    if (stopping) process.exit(1);
    onAsked();
    void stop().then(() => process.exit(0));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return {
    signal: controller.signal,
    onStop: (name, close) => closers.push({ name, close }),
    stop,
  };
}

async function closeAll(
  closers: { name: string; close: () => Promise<void> }[],
  controller: AbortController,
): Promise<void> {
  controller.abort();
  while (closers.length > 0) {
    const closer = closers.pop();
    try {
      await closer?.close();
    } catch (error) {
      log.debug({ err: error, part: closer?.name }, 'could not be closed in order');
    }
  }
}
