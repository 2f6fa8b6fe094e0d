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

/** Asks the engine. @throws SalingError `unavailable` (part: search) when it does not answer */
export async function askSearch<Answer>(ask: (engine: SearchEngine) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(searchEngine());
  } catch (error) {
    if (error instanceof SearchUnavailable) {
      throw new SalingError('unavailable', { params: { part: 'search' }, cause: error });
    }
    throw error;
  }
}
