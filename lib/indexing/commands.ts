import { allCities } from '#lib/cities/queries.ts';
import { jobContext } from '#lib/core/context.ts';
import { searchEngine } from '#lib/core/search.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { allNeeds } from '#lib/needs/queries.ts';
import type { SearchDocument } from '#lib/platform/search/engine.ts';
import { allPractices } from '#lib/practices/queries.ts';
import { listThesaurus, topicRows } from '#lib/topics/queries.ts';
import { cityDocument, needDocument, practiceDocument, topicDocument, type WordsByTopic } from './rules.ts';
import { clearStale, selectStale } from './store.ts';

const BATCH = 100;
const context = jobContext('indexing');

/** Every public record as a search document; hidden and withdrawn ones are not among them. */
async function allDocuments(): Promise<SearchDocument[]> {
  const words = await wordsByTopic();
  return withActor({ kind: 'visitor', isOnTrialCopy: false }, async (tx: Tx) => [
    ...(await topicRows(tx)).map((row) => topicDocument(row, words)),
    ...(await allCities(tx)).map(cityDocument),
    ...(await allPractices(tx)).map((row) => practiceDocument(row, words)),
    ...(await allNeeds(tx)).map((row) => needDocument(row, words)),
  ]);
}

async function wordsByTopic(): Promise<WordsByTopic> {
  const words = new Map<string, string[]>();
  for (const entry of await listThesaurus(context, {})) {
    words.set(entry.topic, [...(words.get(entry.topic) ?? []), entry.term]);
  }
  return words;
}

/**
 * Builds the whole index anew from the database. Readers of a running server find less until it is done.
 * @throws SearchUnavailable when the engine does not answer
 */
export async function reindex(
  options: { onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  const documents = await allDocuments();
  const engine = searchEngine();
  await engine.clear();
  for (let done = 0; done < documents.length; done += BATCH) {
    await engine.put(documents.slice(done, done + BATCH));
    options.onProgress?.(Math.min(done + BATCH, documents.length), documents.length);
  }
  return documents.length;
}

let running: Promise<void> | undefined;

/** Brings stale documents up to date, many at once; calls while it runs wait for the next round. */
export async function indexStaleRecords(): Promise<void> {
  await running;
  running ??= indexRound().finally(() => {
    running = undefined;
  });
  await running;
}

async function indexRound(): Promise<void> {
  for (;;) {
    const rows = await withActor(context.actor, (tx) => selectStale(tx, 500));
    if (rows.length === 0) return;
    const wanted = new Set(rows.map((row) => `${row.kind}:${row.recordId}`));
    const documents = (await allDocuments()).filter((document) =>
      wanted.has(`${document.kind}:${document.recordId}`),
    );
    const found = new Set(documents.map((document) => `${document.kind}:${document.recordId}`));
    const gone = rows.filter((row) => !found.has(`${row.kind}:${row.recordId}`));
    if (documents.length > 0) await searchEngine().put(documents);
    if (gone.length > 0) await searchEngine().remove(gone);
    await withActor(context.actor, (tx) => clearStale(tx, rows), 'read write');
  }
}
