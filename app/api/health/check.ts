import { readInstallationFact } from '#lib/core/installation.ts';
import { searchEngine } from '#lib/core/search.ts';
import { env } from '#lib/platform/env.ts';
import type { SearchHealth } from '#lib/platform/search/engine.ts';
import description from '#package.json' with { type: 'json' };

export type Health = {
  status: 'ok' | 'degraded' | 'unavailable';
  version: string;
  database: { engine: 'embedded-postgresql' | 'postgresql'; ok: boolean };
  search: SearchHealth;
  realtime: { ok: boolean };
};

const PATIENCE = 1500;

/** Asks every part at once. @param self where the socket server of this very process listens. */
export async function checkHealth(self: string | null): Promise<Health> {
  const settings = env();
  const engine = settings.meiliUrl === undefined ? 'postgres' : 'meilisearch';
  const noSearch: SearchHealth = { engine, ok: false, documents: 0 };
  const [isDatabaseOk, search, isRealtimeOk] = await Promise.all([
    inTime(
      readInstallationFact('health').then(() => true),
      false,
    ),
    inTime(
      Promise.resolve().then(() => searchEngine().health()),
      noSearch,
    ),
    inTime(self === null ? Promise.resolve(false) : answersHandshake(self), false),
  ]);
  const isAllOk = search.ok && isRealtimeOk;
  return {
    status: isDatabaseOk ? (isAllOk ? 'ok' : 'degraded') : 'unavailable',
    version: description.version,
    database: {
      engine: settings.isEmbeddedDatabase ? 'embedded-postgresql' : 'postgresql',
      ok: isDatabaseOk,
    },
    search,
    realtime: { ok: isRealtimeOk },
  };
}

/** The first step of every socket connection, as a browser takes it. */
async function answersHandshake(self: string): Promise<boolean> {
  const answer = await fetch(`${self}/realtime/?EIO=4&transport=polling`, {
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return answer.ok && (await answer.text()).includes('"sid"');
}

async function inTime<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE);
  });
  try {
    return await Promise.race([asked.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
