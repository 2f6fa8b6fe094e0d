import { defineCommand } from '#lib/core/command.ts';
import { jobContext } from '#lib/core/context.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { withActor } from '#lib/core/transaction.ts';
import { EXCHANGE_EVENT, exchangeIdInput } from '#lib/exchanges/contract.ts';
import type { Moving } from '#lib/exchanges/listing/shapes.ts';
import { movingOf } from '#lib/exchanges/queries.ts';
import { checkDueAt, daysAfter, nextCheck, remindersDue, stateAfter } from '#lib/exchanges/rules.ts';
import { countReminder, selectExchange, selectToCheck, selectWaiting } from '#lib/exchanges/store.ts';
import { newId } from '#lib/platform/ids.ts';
import { loadMoving, takeStep } from './move.ts';

/** Days after an outcome was asked for at which it is asked for once more. */
const ASK_AGAIN_DAYS = 14;

/** Ends a request that nobody answered in time. Says of nobody that it was late. */
export const expireExchange = defineCommand({
  name: 'exchange.expire',
  input: exchangeIdInput,
  load: (tx, { exchangeId }, { actor }) => loadMoving(tx, exchangeId, actor),
  policy: onlyJobs,
  apply: async (tx, _input, moving) => {
    if (moving === null) throw notFound();
    const to = stateAfter('expire', moving.standing, 'clock', moving.now);
    const isDue = moving.row.dueAt !== null && moving.row.dueAt <= moving.now;
    if (to === null || !isDue) throw new SalingError('conflict', { params: { state: moving.row.state } });
    return takeStep(tx, moving, { step: 'expire', side: 'clock', to, more: {} });
  },
});

/** How often the side that is waited for, or the one that says what came of it, should have been asked by now. */
export function asksDue({ row, standing, now }: Pick<Moving, 'row' | 'standing' | 'now'>): number {
  if (row.state === 'requested') return row.waitsSince === null ? 0 : remindersDue(row.waitsSince, now);
  const month = nextCheck(standing);
  if (row.state !== 'completed' || month === null || row.completedAt === null) return 0;
  const due = checkDueAt(row.completedAt, month);
  return [due, daysAfter(due, ASK_AGAIN_DAYS)].filter((at) => at <= now).length;
}

/** Reminds whoever is waited for, once for each day on which that is due; late ones are not made up for. */
export const remindOfExchange = defineCommand({
  name: 'exchange.remind',
  input: exchangeIdInput,
  load: (tx, { exchangeId }, { actor }) => loadMoving(tx, exchangeId, actor),
  policy: onlyJobs,
  apply: async (tx, { exchangeId }, moving) => {
    if (moving === null) throw notFound();
    const due = asksDue(moving);
    const { row } = moving;
    if (due <= row.remindersSent) return { outcome: { sent: false }, subject: null };
    await countReminder(tx, exchangeId, due);
    const step = row.state === 'requested' ? 'remind' : 'ask-outcome';
    return {
      outcome: { sent: true },
      subject: { kind: 'exchange', id: exchangeId },
      after: { step, count: due },
      event: {
        stream: `exchange:${exchangeId}`,
        type: EXCHANGE_EVENT,
        payload: {
          ...{ id: exchangeId, step, side: 'clock', state: row.state, version: row.version },
          isTrial: row.isTrial,
        },
      },
    };
  },
});

/** What is due by the database's clock. Repeatable: what was done is not due again. */
export async function sweepExchanges(): Promise<void> {
  const context = jobContext('exchanges');
  const { expired, due } = await withActor(context.actor, async (tx) => {
    const found: Record<'expired' | 'due', string[]> = { expired: [], due: [] };
    for (const id of [...(await selectWaiting(tx)), ...(await selectToCheck(tx))]) {
      const row = await selectExchange(tx, id);
      if (row === null) continue;
      const moving = await movingOf(tx, row, context.actor);
      if (row.state === 'requested' && row.dueAt !== null && row.dueAt <= moving.now) found.expired.push(id);
      else if (asksDue(moving) > row.remindersSent) found.due.push(id);
    }
    return found;
  });
  for (const exchangeId of expired) await unlessMoved(() => expireExchange(context, newId(), { exchangeId }));
  for (const exchangeId of due) await remindOfExchange(context, newId(), { exchangeId });
}

/** Somebody may have answered since it was looked at: then it is not due any more. */
async function unlessMoved(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SalingError && error.code === 'conflict')) throw error;
  }
}
