import { env } from '#lib/platform/env.ts';
import { chooseSearch } from '#lib/platform/search/choose.ts';
import { type SearchEngine, SearchUnavailable } from '#lib/platform/search/engine.ts';
import { appDatabase, databaseUrl } from './database.ts';
import { SalingError } from './errors.ts';

let chosen: { url: string; engine: SearchEngine } | undefined;

/** The engine that the settings name; made once for each database. */
export function searchEngine(): SearchEngine {
  const url = databaseUrl();
  if (chosen?.url !== url) chosen = { url, engine: chooseSearch(appDatabase().sql) };
  return chosen.engine;
}

/** Asks the engine. @throws SalingError `unavailable` when it does not answer; `part` says what is away */
export async function askSearch<Answer>(ask: (engine: SearchEngine) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(searchEngine());
  } catch (error) {
    if (error instanceof SearchUnavailable) {
      // Without a search server the database is the engine: then nothing else can be read either.
      const part = env().meiliUrl === undefined ? 'database' : 'search';
      throw new SalingError('unavailable', { params: { part }, cause: error });
    }
    throw error;
  }
}
