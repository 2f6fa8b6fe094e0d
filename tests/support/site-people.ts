import { join } from 'node:path';
import { inject } from 'vitest';
import { startEmbedded } from '#db/embedded/embedded.ts';
import { jobContext } from '#lib/core/context.ts';
import { closeDatabase, setDatabaseUrl } from '#lib/core/database.ts';
import { createToken } from '#lib/identity/commands/tokens.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { signIn } from './people.ts';
import { siteUrl } from './server.ts';

/** Runs `work` with the core of this process on a running site's own database, as a command of the line would. */
export async function atDatabaseOf<Result>(dataFolder: string, work: () => Promise<Result>): Promise<Result> {
  const database = await startEmbedded({ folder: dataFolder, purpose: 'tool' });
  try {
    if (!database.wasRunning) throw new Error('the site does not run');
    setDatabaseUrl(database.url);
    return await work();
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** The same for the site that all test files share. Not beside `testDatabase` in one file. */
export async function atSite<Result>(work: () => Promise<Result>): Promise<Result> {
  await siteUrl();
  return atDatabaseOf(join(inject('run').folder, 'site', 'data'), work);
}

/** Session and token of a focal point's colleague in each of these cities: one person, who may see much. */
export function siteStaff(...cities: string[]): Promise<{ session: string; bearer: string }> {
  return atSite(async () => {
    const email = `${newId()}@office.example`;
    let session = '';
    for (const city of cities) session = (await signIn({ city }, 'staff', { email })).token;
    const bearer = newToken();
    await createToken(jobContext('test'), newId(), {
      email,
      name: 'test',
      tokenHash: tokenHash(bearer),
      scopes: ['read'],
    });
    return { session, bearer };
  });
}
