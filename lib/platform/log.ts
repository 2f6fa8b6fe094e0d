import { type Logger, pino } from 'pino';
import { env } from './env.ts';

export type { Logger } from 'pino';

const ERROR = 50;
const listeners = new Set<(line: string) => void>();

/** Log lines are JSON on stderr: stdout belongs to the data of commands. */
const root = pino(
  {
    level: initialLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      logMethod(args, method, level) {
        if (level >= ERROR) for (const listener of listeners) listener(describe(args));
        method.apply(this, args);
      },
    },
    serializers: { err: withoutValues },
    redact: { paths: ['*.password', '*.cookie', '*.authorization'], censor: '[removed]' },
  },
  pino.destination({ dest: 2, sync: true }),
);

/** A logger of one subsystem; declare one per file, at the top. */
export function logger(subsystem: string): Logger {
  return root.child({ subsystem });
}

/** Hears every error that this process logs; tests fail on those that they do not expect. */
export function onLoggedError(listener: (line: string) => void): void {
  listeners.add(listener);
}

/** An error without the values that a query was given: people's words are among them. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { params: _values, ...said } = { params: undefined, ...pino.stdSerializers.err(error) };
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    const { message } = inner;
    const end = message.indexOf('\nparams:');
    if (end < 0) continue;
    said.message = said.message.replace(message, () => message.slice(0, end));
    said.stack = said.stack.replace(message, () => message.slice(0, end));
  }
  return said;
}

function describe(args: readonly unknown[]): string {
  const words = args.map((part) => (part instanceof Error ? part.stack : JSON.stringify(part, errorsToo)));
  return words.join(' ');
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

function initialLevel(): string {
  try {
    return env().logLevel;
  } catch {
    return 'info';
  }
}
