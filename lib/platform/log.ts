import { type Logger, pino } from 'pino';
import { env } from './env.ts';

export type { Logger } from 'pino';

/** Log lines are JSON on stderr: stdout belongs to the data of commands. */
const root = pino(
  {
    level: initialLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.cookie', '*.authorization'], censor: '[removed]' },
  },
  pino.destination({ dest: 2, sync: true }),
);

/** A logger of one subsystem; declare one per file, at the top. */
export function logger(subsystem: string): Logger {
  return root.child({ subsystem });
}

function initialLevel(): string {
  try {
    return env().logLevel;
  } catch {
    return 'info';
  }
}
