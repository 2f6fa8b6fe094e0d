import type { z } from 'zod';
import type { Context } from './context.ts';
import { parseInput } from './parse.ts';
import { type Tx, withActor } from './transaction.ts';

export type Query<Schema extends z.ZodType, Result> = (
  context: Context,
  input: z.input<Schema>,
) => Promise<Result>;

/** The one way to read: parse, then one read-only transaction in which row policies know the actor. */
export function defineQuery<Schema extends z.ZodType, Result>(definition: {
  input: Schema;
  run: (tx: Tx, input: z.output<Schema>, context: Context) => Promise<Result>;
}): Query<Schema, Result> {
  return async (context, rawInput) => {
    const input = parseInput(definition.input, rawInput);
    return withActor(context.actor, (tx) => definition.run(tx, input, context));
  };
}
