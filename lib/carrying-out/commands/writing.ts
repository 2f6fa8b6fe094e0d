import type { z } from 'zod';
import { CARRIED_OUT } from '#lib/carrying-out/contract.ts';
import { type Command, defineCommand, type Effect } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { loadMoving } from '#lib/exchanges/commands/move.ts';
import type { Side } from '#lib/exchanges/contract.ts';
import type { Moving } from '#lib/exchanges/listing/shapes.ts';
import { cityOfSide, mayMoveInSession, sideOf } from '#lib/exchanges/policy.ts';

export type Writer = { moving: Moving; side: Side; cityId: string };
type Written<Outcome> = { outcome: Outcome; after: Record<string, unknown> };

/**
 * Something that one side writes into an exchange without moving it. Both sides take turns at its row.
 * @throws SalingError `not-found` for everybody but its two cities, `not-allowed` for staff
 */
export function defineWriting<Schema extends z.ZodType<{ exchangeId: string }>, Outcome>(
  name: `exchange.${string}`,
  definition: {
    input: Schema;
    write: (tx: Tx, input: z.output<Schema>, writer: Writer) => Promise<Written<Outcome>>;
  },
): Command<Schema, Outcome> {
  return defineCommand<Schema, Moving | null, Outcome>({
    name,
    input: definition.input,
    load: (tx, { exchangeId }, { actor }) => loadMoving(tx, exchangeId, actor),
    policy: mayMoveInSession,
    apply: async (tx, given, moving, { actor }): Promise<Effect<Outcome>> => {
      const side = moving === null ? null : sideOf(actor, moving);
      if (moving === null || side === null) throw notFound();
      const { outcome, after } = await definition.write(tx, given, {
        ...{ moving, side },
        cityId: cityOfSide(moving, side),
      });
      const { row, isTrial } = moving;
      return {
        outcome,
        subject: { kind: 'exchange', id: row.id },
        after: { ...after, side },
        event: {
          stream: `exchange:${row.id}`,
          type: CARRIED_OUT,
          payload: { id: row.id, what: name, side, ...after, isTrial },
        },
      };
    },
  });
}

/** The exchange has come to where this is not written any more, or not yet. */
export const notNow = ({ row }: Moving) => new SalingError('conflict', { params: { state: row.state } });
