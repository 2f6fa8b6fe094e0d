import { textOf } from '#app/request/form.ts';
import type { Context } from '#lib/core/context.ts';
import { consentToOutcome } from '#lib/exchanges/commands/consent.ts';
import * as moves from '#lib/exchanges/commands/moves.ts';

type Run = (context: Context, commandId: string, data: FormData) => Promise<unknown>;

const simple =
  (move: typeof moves.acceptExchange): Run =>
  (context, commandId, data) =>
    move(context, commandId, { exchangeId: textOf(data, 'id') });

/** Steps that are one button. */
export const STEPS: Readonly<Record<string, Run>> = {
  accept: simple(moves.acceptExchange),
  decline: simple(moves.declineExchange),
  'undo-answer': simple(moves.undoAnswer),
  withdraw: simple(moves.withdrawExchange),
  begin: simple(moves.beginExchange),
  complete: simple(moves.completeExchange),
  agree: (context, commandId, data) =>
    moves.agreeToBrief(context, commandId, {
      exchangeId: textOf(data, 'id'),
      briefVersion: Number(textOf(data, 'briefVersion')),
    }),
  consent: (context, commandId, data) =>
    consentToOutcome(context, commandId, {
      exchangeId: textOf(data, 'id'),
      month: textOf(data, 'month') === '12' ? 12 : 3,
      isShown: textOf(data, 'isShown') === 'yes',
    }),
};
