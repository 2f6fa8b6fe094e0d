import type { z } from 'zod';
import type { Context } from '#lib/core/context.ts';
import type { ErrorCode, FieldProblem } from '#lib/core/errors.ts';

/** The same error envelope as over HTTP. */
export type SocketProblem = {
  code: ErrorCode;
  params: Record<string, string | number>;
  errors: readonly FieldProblem[];
};
export type Acknowledgement = { ok: true; data: unknown } | { ok: false; problem: SocketProblem };

/** What a handler may do to the connection that asked. */
export type Connection = { join(room: string): void; leave(room: string): void };

/** One event that a client may send. Throws a SalingError to refuse. */
export type Handler<Schema extends z.ZodType = z.ZodType> = {
  event: string;
  input: Schema;
  run: (context: Context, input: z.output<Schema>, connection: Connection) => Promise<unknown>;
};

/** Keeps the types of input and run together while the table holds handlers of every kind. */
export function handler<Schema extends z.ZodType>(definition: Handler<Schema>): Handler {
  return {
    event: definition.event,
    input: definition.input,
    run: (context, input, connection) => definition.run(context, definition.input.parse(input), connection),
  };
}
