import type { Reaction } from '#lib/core/events.ts';
import { exchangeOf, tellOffice } from '#lib/exchanges/reactions.ts';
import { otherSide } from '#lib/exchanges/rules.ts';
import { CARRIED_OUT, PAPERS } from './contract.ts';

/** The other side hears of a new version of a paper; steps at home are each city's own. */
export const carryingOutReactions: readonly Reaction[] = [
  {
    name: 'carrying-out.notices',
    types: [CARRIED_OUT],
    handle: async (tx, event) => {
      const { side, kind: what } = event.payload;
      const kind = PAPERS.find((one) => one === what);
      const row = await exchangeOf(tx, event);
      if (kind === undefined || row === null) return;
      await tellOffice(tx, {
        ...{ event, row, told: { template: 'exchange-paper' } },
        side: otherSide(side === 'asking' ? 'asking' : 'asked'),
        params: { what: kind.replaceAll('-', '_') },
      });
    },
  },
];
