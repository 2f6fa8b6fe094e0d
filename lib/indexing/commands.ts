import { allCities } from '#lib/cities/queries.ts';
import { jobContext } from '#lib/core/context.ts';
import { noteInstallationFact, readInstallationFact } from '#lib/core/installation.ts';
import { searchEngine } from '#lib/core/search.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { allNeeds } from '#lib/needs/queries.ts';
import type { SearchDocument, SearchKind } from '#lib/platform/search/engine.ts';
import { allPractices } from '#lib/practices/queries.ts';
import { listThesaurus, topicRows } from '#lib/topics/queries.ts';
import { cityDocument, needDocument, practiceDocument, topicDocument, type WordsByTopic } from './rules.ts';
import { clearStale, selectStale } from './store.ts';

/** Fact: where the index that holds this database's records is kept. */
const PLACE = 'search-index';
const context = jobContext('indexing');

const keyOf = ({ kind, recordId }: { kind: SearchKind; recordId: string }): string => `${kind}:${recordId}`;

/**
 * Every public record as a search document; hidden and withdrawn ones are not among them. Nor is what desks of the
 * trial copy have published: hits that are counted and ranked with it would come in another order for everybody.
 */
async function allDocuments(): Promise<SearchDocument[]> {
  const words = await wordsByTopic();
  return withActor(context.actor, async (tx: Tx) => [
    ...(await topicRows(tx)).map((row) => topicDocument(row, words)),
    ...(await allCities(tx)).filter(isOpen).map(cityDocument),
    ...(await allPractices(tx)).filter(isOpen).map((row) => practiceDocument(row, words)),
    ...(await allNeeds(tx)).filter(isOpen).map((row) => needDocument(row, words)),
  ]);
}

/** The engine decides nothing about audiences, so it holds nothing that has one. */
const isOpen = (record: { state: string; audience: string; isTrial: boolean }): boolean =>
  record.state === 'published' && record.audience === 'public' && !record.isTrial;

async function wordsByTopic(): Promise<WordsByTopic> {
  const words = new Map<string, string[]>();
  for (const entry of await listThesaurus(context, {})) {
    words.set(entry.topic, [...(words.get(entry.topic) ?? []), entry.term]);
  }
  return words;
}

/**
 * Builds the whole index anew from the database. Readers of a running server find the old one until it is done.
 * @returns how many records can be found
 * @throws SearchUnavailable when the engine does not answer
 */
export async function reindex(
  options: { onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  const engine = searchEngine();
  const before = await allDocuments();
  await engine.rebuild(before, (done) => options.onProgress?.(done, before.length));
  // What was indexed meanwhile went into the index that has just been replaced.
  const after = await allDocuments();
  const known = new Map(before.map((document) => [keyOf(document), JSON.stringify(document)]));
  const changed = after.filter((document) => known.get(keyOf(document)) !== JSON.stringify(document));
  const left = new Set(after.map(keyOf));
  await engine.put(changed);
  await engine.remove(before.filter((document) => !left.has(keyOf(document))));
  await noteInstallationFact(PLACE, engine.place);
  return after.length;
}

/** Builds an index that is empty, or is kept elsewhere than the one that this database filled last. */
export async function ensureIndex(): Promise<void> {
  const engine = searchEngine();
  const isOurs = (await readInstallationFact(PLACE)) === engine.place;
  if (!isOurs || (await engine.count()) === 0) await reindex();
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
    const wanted = new Set(rows.map(keyOf));
    const documents = (await allDocuments()).filter((document) => wanted.has(keyOf(document)));
    const found = new Set(documents.map(keyOf));
    const gone = rows.filter((row) => !found.has(keyOf(row)));
    if (documents.length > 0) await searchEngine().put(documents);
    if (gone.length > 0) await searchEngine().remove(gone);
    await withActor(context.actor, (tx) => clearStale(tx, rows), 'read write');
  }
}
