import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { MATCHES_RECOMPUTED } from '#lib/matching/contract.ts';
import { inNotices, touchedCities } from './rules.ts';
import { notifyWatchers, selectShowing, selectSlugs } from './store.ts';

const RECORDS = ['city', 'practice', 'need'].flatMap((kind) =>
  ['added', 'changed', 'removed'].map((what) => `${kind}.${what}`),
);

/** Tells open match pages that a record behind them has changed, and again once their matches are computed. */
export const publishingReactions: readonly Reaction[] = [
  { name: 'publishing.match-changed', types: [...RECORDS, MATCHES_RECOMPUTED], handle: tell },
];

async function tell(tx: Tx, event: StoredEvent): Promise<void> {
  const { changed, recomputed } = touchedCities(event);
  const slugs = await selectSlugs(tx, recomputed);
  for (const cityId of changed) slugs.push(...(await selectShowing(tx, cityId)));
  for (const part of inNotices(slugs)) await notifyWatchers(tx, { slugs: part });
}
