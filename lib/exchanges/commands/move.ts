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
import { cityOfSide, mayMoveInSession, type Parties, sideOf } from '#lib/exchanges/policy.ts';
import { answerDueAt, awaitsAfter, isOpen, type Standing, stateAfter } from '#lib/exchanges/rules.ts';
import {
  type BriefRow,
  type ExchangeRow,
  insertStep,
  lockExchange,
  putStanding,
  selectBrief,
  selectOutcomes,
  selectWrittenAnswers,
  updateExchange,
} from '#lib/exchanges/store.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export type Moving = Parties & {
  row: ExchangeRow;
  brief: BriefRow | null;
  standing: Standing;
  now: Date;
};
export type Moved = { state: ExchangeRow['state'] };

/** What decides about the next step, read anew. */
export async function standingOf(
  tx: Tx,
  row: ExchangeRow,
): Promise<{ standing: Standing; brief: BriefRow | null }> {
  const brief = await selectBrief(tx, row.id);
  const answers = await selectWrittenAnswers(tx, row.id);
  const outcomes = await selectOutcomes(tx, [row.id]);
  const { state, size, awaits, answeredBy, answeredAt, completedAt } = row;
  const standing = {
    ...{ state, size, awaits, answeredBy, answeredAt, completedAt },
    hasAnswer: answers.length > 0,
    agreedBy: brief?.agreedBy ?? [],
    checked: outcomes.map(({ month }) => (month === 3 ? 3 : 12) as 3 | 12),
  };
  return { standing, brief };
}

/** The exchange with its two cities, locked; null where it is hidden. */
export async function loadMoving(tx: Tx, exchangeId: string, actor: Actor): Promise<Moving | null> {
  const row = await lockExchange(tx, exchangeId);
  return row === null ? null : movingOf(tx, row, actor);
}

/** The same for who only reads. */
export async function movingOf(tx: Tx, row: ExchangeRow, actor: Actor): Promise<Moving> {
  const holders =
    actor.kind === 'link' && row.awaits !== null
      ? await officeHolders(tx, cityOfSide(row, row.awaits), row.isTrial)
      : [];
  const { id, askingCityId, askedCityId, isTrial, awaits } = row;
  return {
    ...{ id, askingCityId, askedCityId, isTrial, awaits, holders, row },
    ...(await standingOf(tx, row)),
    now: await databaseNow(tx),
  };
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
