import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { needIdsOfTopic } from '#lib/needs/queries.ts';
import type { SearchKind } from '#lib/platform/search/engine.ts';
import { practiceIdsOfTopic } from '#lib/practices/queries.ts';
import { topicRecordId } from '#lib/topics/rules.ts';
import { indexStaleRecords } from './commands.ts';
import { markStale } from './store.ts';

/** Marks what changed, then brings the index up to date. If the engine is away, the job is tried again. */
export const indexRecords: Reaction = {
  name: 'indexing.records',
  types: [
    'city.added',
    'city.changed',
    'practice.added',
    'practice.changed',
    'need.added',
    'need.changed',
    'topic.added',
    'topic.changed',
  ],
  handle: markEvent,
  after: indexStaleRecords,
};

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
