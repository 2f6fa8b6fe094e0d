import type { SearchEngine } from '#lib/platform/search/engine.ts';
import { findWords } from './ask.ts';
import { connectTo, type MeiliSettings } from './connection.ts';
import { idOf } from './document.ts';
import { guard, isMissingIndex } from './failures.ts';
import { rank } from './rank.ts';
import { createWriter } from './write.ts';

/** The index kept in a Meilisearch, under `<prefix>-records-<format>`. Only writers make it. */
export function createMeiliSearch(settings: MeiliSettings): SearchEngine {
  const connection = connectTo(settings);
  const { host, uid, reader } = connection;
  const writer = createWriter(connection);
  const guarded = <Result>(work: () => Promise<Result>) => guard(connection, work);
  const searchMany: SearchEngine['searchMany'] = (queries) =>
    guarded(async () => {
      const asked = await findWords(connection, queries);
      return queries.map((query, number) => rank(query, asked[number] ?? []));
    });
  const stored = async (): Promise<number> => (await reader.index(uid).getStats()).numberOfDocuments;
  return {
    place: `meilisearch ${host} ${uid}`,
    put: (documents) =>
      guarded(async () => {
        if (documents.length > 0) await writer.put(documents);
      }),
    remove: (records) =>
      guarded(async () => {
        if (records.length > 0) await writer.remove(records.map(idOf));
      }),
    clear: () => guarded(writer.clear),
    rebuild: (documents, onProgress = () => undefined) =>
      guarded(() => writer.rebuild(documents, onProgress)),
    count: () => guarded(() => stored().catch(noneWhereMissing)),
    health: async () => {
      try {
        return { engine: 'meilisearch', ok: true, documents: await stored() };
      } catch {
        return { engine: 'meilisearch', ok: false, documents: 0 };
      }
    },
    search: async (query) => (await searchMany([query]))[0] ?? { hits: [], terms: [] },
    searchMany,
    close: async () => undefined,
  };
}

/** An index that nobody has built yet holds nothing. */
function noneWhereMissing(error: unknown): number {
  if (isMissingIndex(error)) return 0;
  throw error;
}
