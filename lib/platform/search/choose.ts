import { env } from '#lib/platform/env.ts';
import type { SearchEngine } from './engine.ts';
import { createMeiliSearch } from './meilisearch/engine.ts';
import { createPostgresSearch } from './postgres/engine.ts';

/** The engine that the settings name: Meilisearch where MEILI_URL is set, else the tables in Postgres. */
export function chooseSearch(sql: Parameters<typeof createPostgresSearch>[0]): SearchEngine {
  const { meiliUrl, meiliKey, meiliIndexPrefix } = env();
  if (meiliUrl === undefined) return createPostgresSearch(sql);
  return createMeiliSearch({ url: meiliUrl, key: meiliKey, prefix: meiliIndexPrefix });
}
