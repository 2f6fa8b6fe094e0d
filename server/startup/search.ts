import type { Settings } from '#lib/platform/env.ts';
import { StartError } from './start-error.ts';

/** Checks that the configured Meilisearch answers and takes the key. @throws StartError */
export async function checkSearch(settings: Settings): Promise<void> {
  if (settings.meiliUrl === undefined) return;
  const { host } = new URL(settings.meiliUrl);
  let status: number;
  try {
    // Asked of the indexes, as a key that is good for nothing else need not know the version.
    const answer = await fetch(new URL('/indexes?limit=1', settings.meiliUrl), {
      headers: settings.meiliKey ? { authorization: `Bearer ${settings.meiliKey}` } : {},
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    status = answer.status;
  } catch (error) {
    throw new StartError(
      `MEILI_URL: no Meilisearch answers at ${host}: start it, or correct the setting.`,
      error,
    );
  }
  if (status === 401 || status === 403) {
    throw new StartError(`MEILI_KEY: the Meilisearch at ${host} refuses this key: correct it.`);
  }
  if (status !== 200) {
    throw new StartError(
      `MEILI_URL: what answers at ${host} is not Meilisearch (status ${status}): correct the setting.`,
    );
  }
}
