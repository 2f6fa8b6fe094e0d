import { Meilisearch } from 'meilisearch';
import { env } from '#lib/platform/env.ts';
import type { MeiliSettings } from '#lib/platform/search/meilisearch/connection.ts';

/** Settings of the Meilisearch that this run was given, with indexes of its own. */
export function settingsFor(part?: string): MeiliSettings {
  const { meiliUrl, meiliKey, meiliIndexPrefix } = env();
  if (meiliUrl === undefined) throw new Error('MEILI_URL is set where these tests run');
  const prefix = part === undefined ? meiliIndexPrefix : `${meiliIndexPrefix}-${part}`;
  return { url: meiliUrl, key: meiliKey, prefix };
}

const clientOf = ({ url, key }: MeiliSettings) =>
  new Meilisearch({ host: url, ...(key === undefined ? {} : { apiKey: key }) });

export async function indexNames(settings: MeiliSettings): Promise<string[]> {
  const { results } = await clientOf(settings).getRawIndexes({ limit: 1000 });
  return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${settings.prefix}-`));
}

export async function removeIndexes(settings: MeiliSettings): Promise<void> {
  for (const uid of await indexNames(settings)) await clientOf(settings).deleteIndex(uid).waitTask();
}
