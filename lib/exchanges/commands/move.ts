import type { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';
import { type Command, defineCommand, type Effect } from '#lib/core/command.ts';
import { type ErrorCode, notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  EXCHANGE_EVENT,
  type ExchangeStep,
  type exchangeIdInput,
  type Side,
} from '#lib/exchanges/contract.ts';
import type { Moving } from '#lib/exchanges/listing/shapes.ts';
import { mayMoveInSession, sideOf } from '#lib/exchanges/policy.ts';
import { movingOf } from '#lib/exchanges/queries.ts';
import { answerDueAt, awaitsAfter, isOpen, stateAfter } from '#lib/exchanges/rules.ts';
import {
  type ExchangeRow,
  insertStep,
  lockExchange,
  putStanding,
  updateExchange,
} from '#lib/exchanges/store.ts';
import { newId } from '#lib/platform/ids.ts';

export type Moved = { state: ExchangeRow['state'] };

/** The exchange with its two cities, locked; null where it is hidden. */
export async function loadMoving(tx: Tx, exchangeId: string, actor: Actor): Promise<Moving | null> {
  const row = await lockExchange(tx, exchangeId);
  return row === null ? null : movingOf(tx, row, actor);
}

type MoveInput = typeof exchangeIdInput;
type Step = Exclude<ExchangeStep, 'ask'>;
type MoveDefinition<Schema extends MoveInput> = {
  input: Schema;
  policy?: (actor: Actor, moving: Moving | null) => ErrorCode | null;
  /** What else is written, and what it changes in the row. */
  write?: (
    tx: Tx,
    input: z.output<Schema>,
    moving: Moving,
    by: { side: Side; language: string },
  ) => Promise<Partial<ExchangeRow>>;
};

/**
 * One step of an exchange. Of two at once the second finds it moved.
 * @throws SalingError `not-found` for everybody but its two cities, `not-allowed` for staff, `conflict` with the
 * `state` where the step cannot be taken now
 */
export function defineMove<Schema extends MoveInput>(
  name: `exchange.${Step}`,
  definition: MoveDefinition<Schema>,
): Command<Schema, Moved> {
  const { input, policy = mayMoveInSession, write } = definition;
  const step = name.slice('exchange.'.length) as Step;
  return defineCommand<Schema, Moving | null, Moved>({
    name,
    input,
    load: (tx, given, { actor }) => loadMoving(tx, given.exchangeId, actor),
    policy: (actor, moving) => policy(actor, moving),
    apply: async (tx, given, moving, context) => {
      const side = moving === null ? null : sideOf(context.actor, moving);
      if (moving === null || side === null) throw notFound();
      const to = stateAfter(step, moving.standing, side, moving.now);
      if (to === null) throw new SalingError('conflict', { params: { state: moving.row.state } });
      const more = (await write?.(tx, given, moving, { side, language: context.language })) ?? {};
      return takeStep(tx, moving, { step, side, to, more });
    },
  });
}

/** Writes a step that the rules allow: row, history, what the secretariat sees, audit and event. */
export async function takeStep(
  tx: Tx,
  moving: Pick<Moving, 'row' | 'now'>,
  taken: {
    step: ExchangeStep;
    side: Side | 'clock';
    to: ExchangeRow['state'];
    more: Partial<ExchangeRow>;
  },
): Promise<Effect<Moved>> {
  const { row, now } = moving;
  const { step, side, to, more } = taken;
  const awaits = awaitsAfter(step, to, side, row.size);
  const waits = { awaits, waitsSince: awaits === null ? null : now, remindersSent: 0 };
  const dueAt = to === 'requested' ? answerDueAt(now) : null;
  await updateExchange(tx, row.id, { state: to, ...waits, dueAt, ...more });
  await insertStep(tx, {
    id: newId(),
    exchangeId: row.id,
    step,
    side: side === 'clock' ? null : side,
    fromState: row.state,
    toState: to,
  });
  const { askingCityId, askedCityId, isTrial, size, askedAt } = row;
  await putStanding(tx, {
    ...{ exchangeId: row.id, askingCityId, askedCityId, isTrial, size, askedAt },
    isOpen: isOpen(to),
    waitsSince: to === 'requested' ? now : null,
  });
  return {
    outcome: { state: to },
    subject: { kind: 'exchange', id: row.id },
    before: { state: row.state },
    after: { state: to, side },
    event: {
      stream: `exchange:${row.id}`,
      type: EXCHANGE_EVENT,
      payload: { id: row.id, step, side, state: to, version: row.version + 1, isTrial },
    },
  };
}
