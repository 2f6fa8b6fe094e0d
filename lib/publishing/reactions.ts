import type { Reaction } from '#lib/core/events.ts';
import { MOST_SLUGS } from './contract.ts';
import { touchedCity } from './rules.ts';
import { notifyWatchers, selectWatchedSlugs } from './store.ts';

const types = ['city', 'practice', 'need'].flatMap((kind) => [`${kind}.added`, `${kind}.changed`]);

/** Tells open match pages that a record behind them has changed. Stands after the reactions that compute them. */
export const publishingReactions: readonly Reaction[] = [
  {
    name: 'publishing.match-changed',
    types,
    handle: async (tx, event) => {
      const cityId = touchedCity(event);
      if (cityId === undefined) return;
      const slugs = await selectWatchedSlugs(tx, cityId);
      if (slugs.length > 0) await notifyWatchers(tx, { slugs: slugs.slice(0, MOST_SLUGS) });
    },
  },
];
