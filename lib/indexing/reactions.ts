import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import { writeEvent } from '#lib/core/store.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { needIdsOfTopic } from '#lib/needs/queries.ts';
import type { SearchKind } from '#lib/platform/search/engine.ts';
import { practiceIdsOfTopic } from '#lib/practices/queries.ts';
import { topicRecordId } from '#lib/topics/rules.ts';
import { indexStaleRecords } from './commands.ts';
import { hasStale, markStale } from './store.ts';

/** Something is marked. No payload: the round takes every mark made until it runs. */
const INDEX_OUTDATED = 'index.outdated';

const RECORDS = ['city', 'practice', 'need', 'topic'].flatMap((kind) => [
  `${kind}.added`,
  `${kind}.changed`,
  `${kind}.removed`,
]);

/**
 * Marks, then indexes: the first mark asks for one round. Jobs run in order, so the load of 400 records leads
 * to a few rounds, not to 400. If the engine is away, the job is tried again.
 */
export const indexingReactions: readonly Reaction[] = [
  {
    name: 'indexing.mark',
    types: RECORDS,
    handle: async (tx, event) => {
      const isDue = await hasStale(tx);
      await markEvent(tx, event);
      if (!isDue) await writeEvent(tx, { stream: 'index', type: INDEX_OUTDATED, payload: {} });
    },
  },
  { name: 'indexing.bring', types: [INDEX_OUTDATED], after: indexStaleRecords },
];

async function markEvent(tx: Tx, event: StoredEvent): Promise<void> {
  const [kind] = event.type.split('.');
  if (kind === 'topic') {
    const code = String(event.payload.code);
    await markStale(tx, 'topic', [topicRecordId(code)]);
    await markStale(tx, 'practice', await practiceIdsOfTopic(tx, code));
    await markStale(tx, 'need', await needIdsOfTopic(tx, code));
    return;
  }
  await markStale(tx, kind as SearchKind, [String(event.payload.id)]);
}
