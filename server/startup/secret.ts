import { noteInstallationFact, readInstallationFact } from '#lib/core/installation.ts';
import { type Settings, setSecret } from '#lib/platform/env.ts';
import { newToken } from '#lib/platform/secret.ts';

const FACT = 'secret';

/**
 * Where the settings name no secret (the embedded copy, development), one is made once and kept in the database
 * that it guards. A production server never comes here without one.
 */
export async function ensureSecret(settings: Settings): Promise<void> {
  if (settings.secret !== '') return;
  if ((await readInstallationFact(FACT)) === undefined) await noteInstallationFact(FACT, newToken());
  // Read again: of two starts at once the last one's counts, for both.
  setSecret((await readInstallationFact(FACT)) ?? newToken());
}
