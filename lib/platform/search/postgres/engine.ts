import type { Sql } from 'postgres';
import {
  type SearchAnswer,
  type SearchEngine,
  type SearchQuery,
  SearchUnavailable,
} from '#lib/platform/search/engine.ts';
import { lookUp } from './lookup.ts';
import { rank } from './score.ts';
import { clearDocuments, putDocuments, rebuildDocuments, removeDocuments } from './write.ts';

/** The index kept in Postgres, in tables of its own. `sql` stays the caller's to close. */
export function createPostgresSearch(sql: Sql): SearchEngine {
  const count = async (): Promise<number> => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from search_document`;
    return row?.count ?? 0;
  };
  const searchMany = async (queries: readonly SearchQuery[]): Promise<SearchAnswer[]> => {
    if (queries.length === 0) return [];
    const [slots, total] = await Promise.all([lookUp(sql, queries), count()]);
    return rank(sql, queries, slots, total);
  };
  return {
    place: 'postgres',
    put: (documents) => guard(() => putDocuments(sql, documents)),
    remove: (records) => guard(() => removeDocuments(sql, records)),
    clear: () => guard(() => clearDocuments(sql)),
    rebuild: (documents, onProgress = () => undefined) =>
      guard(() => rebuildDocuments(sql, documents, onProgress)),
    count: () => guard(count),
    health: async () => {
      try {
        return { engine: 'postgres', ok: true, documents: await count() };
      } catch {
        return { engine: 'postgres', ok: false, documents: 0 };
      }
    },
    search: (query) => guard(async () => (await searchMany([query]))[0] ?? { hits: [], terms: [] }),
    searchMany: (queries) => guard(() => searchMany(queries)),
    close: async () => undefined,
  };
}

async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new SearchUnavailable('The search tables do not answer', { cause: error });
  }
}
