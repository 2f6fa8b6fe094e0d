import { setTimeout } from 'node:timers/promises';
import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import { writeEvent } from '#lib/core/store.ts';
import { PROFILE_CONFIRMED, PROFILE_FADED } from '#lib/profile/contract.ts';
import { countOutdated, recomputeMatches } from './commands/recompute.ts';
import { HOLD_BACK_LIFTED, MATCHES_OUTDATED, QUIETLY, TRIED } from './contract.ts';
import { lockMatching, markStale } from './store/computed.ts';

const RECORDS = ['city', 'practice', 'need', 'topic']
  .flatMap((kind) => [`${kind}.added`, `${kind}.changed`, `${kind}.removed`])
  // Whether records count less.
  .concat(PROFILE_CONFIRMED, PROFILE_FADED, HOLD_BACK_LIFTED);

/** What a record's event outdates: one city's row and column, or only what desks of the trial copy see of it; a topic touches all. */
export function scopeOf(event: Pick<StoredEvent, 'type' | 'payload'>): string {
  if (event.type === HOLD_BACK_LIFTED) return QUIETLY;
  const { cityId, id, isTrial } = event.payload;
  if (typeof cityId === 'string') return isTrial === true ? `${TRIED}${cityId}` : cityId;
  return event.type.startsWith('city.') && typeof id === 'string' ? id : 'all';
}

/**
 * Marks, then computes: the first mark asks for one computation, which takes every mark made until it runs.
 * Jobs run in order, so the load of 400 records leads to a few computations, not to 400.
 */
export const matchingReactions: readonly Reaction[] = [
  {
    name: 'matching.mark',
    types: RECORDS,
    handle: async (tx, event) => {
      // Shared with the computation: else a mark could fall between its reading and its end, and wait for ever.
      await lockMatching(tx);
      const isFirst = await markStale(tx, [scopeOf(event)]);
      if (isFirst) await writeEvent(tx, { stream: 'matches', type: MATCHES_OUTDATED, payload: {} });
    },
  },
  {
    name: 'matching.compute',
    types: [MATCHES_OUTDATED],
    after: async () => {
      await untilQuiet();
      await recomputeMatches();
    },
  },
];

const PAUSE_MS = 200;
const MOST_PAUSES = 15;

/** Waits while further changes come in, three seconds at most: a loaded file is computed once, not at each record. */
async function untilQuiet(): Promise<void> {
  let before = await countOutdated();
  for (let pause = 0; pause < MOST_PAUSES; pause += 1) {
    await setTimeout(PAUSE_MS);
    const now = await countOutdated();
    if (now <= before) return;
    before = now;
  }
}
