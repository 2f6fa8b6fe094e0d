import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { MATCHES_RECOMPUTED } from '#lib/matching/contract.ts';
import { inNotices, type Touched, touchedCities } from './rules.ts';
import { notifyWatchers, selectShowing, selectSlugs } from './store.ts';

/**
 * Tells open match pages that a record behind them, or their list, has changed. Not before the matches are
 * computed anew: who loads the page again then sees the new list, not once more the old one.
 */
export const publishingReactions: readonly Reaction[] = [
  { name: 'publishing.match-changed', types: [MATCHES_RECOMPUTED], handle: tell },
];

async function tell(tx: Tx, event: StoredEvent): Promise<void> {
  const { real, tried } = touchedCities(event);
  await tellAbout(tx, real, false);
  await tellAbout(tx, tried, true);
}

async function tellAbout(tx: Tx, { changed, recomputed }: Touched, isTrial: boolean): Promise<void> {
  const slugs = await selectSlugs(tx, recomputed);
  for (const cityId of changed) slugs.push(...(await selectShowing(tx, cityId)));
  for (const part of inNotices(slugs)) await notifyWatchers(tx, { slugs: part, isTrial });
}
