import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { consentInput, EXCHANGE_EVENT } from '#lib/exchanges/contract.ts';
import { mayMoveInSession, sideOf } from '#lib/exchanges/policy.ts';
import { selectOutcomes, setConsent } from '#lib/exchanges/store.ts';
import { loadMoving } from './move.ts';

/** Lets an outcome be shown on the page of the practice, or no longer; it needs both cities. */
export const consentToOutcome = defineCommand({
  name: 'exchange.consent',
  input: consentInput,
  load: (tx, { exchangeId }, { actor }) => loadMoving(tx, exchangeId, actor),
  policy: mayMoveInSession,
  apply: async (tx, { exchangeId, month, isShown }, moving, { actor }) => {
    const side = moving === null ? null : sideOf(actor, moving);
    if (moving === null || side === null) throw notFound();
    const found = (await selectOutcomes(tx, [exchangeId])).find((row) => row.month === month);
    if (found === undefined) throw notFound();
    const before = side === 'asking' ? found.isShownByAsking : found.isShownByAsked;
    if (before === isShown) return { outcome: { isShown }, subject: null };
    await setConsent(tx, { exchangeId, month, side, isShown });
    return {
      outcome: { isShown },
      subject: { kind: 'exchange', id: exchangeId },
      before: { isShown: before },
      after: { isShown, side, month },
      event: {
        stream: `exchange:${exchangeId}`,
        type: EXCHANGE_EVENT,
        payload: {
          ...{ id: exchangeId, step: 'consent', side, state: moving.row.state },
          ...{ version: moving.row.version, isTrial: moving.isTrial },
        },
      },
    };
  },
});
