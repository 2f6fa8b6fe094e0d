import { Command } from 'commander';
import { seed } from '#db/seed/seed.ts';
import { ensureStatistics } from '#db/statistics.ts';
import { jobContext } from '#lib/core/context.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { say } from '#server/cli/output.ts';
import { createProgress } from '#server/cli/progress.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { finishDerived } from '#server/startup/derived.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { folder?: string; force?: boolean; into?: string };

/** `saling seed`: loads data files through the commands, as often as one likes. */
export function seedCommand(runtime: Runtime): Command {
  return new Command('seed')
    .description('load the sample data, or the data files of another folder; keeps what cities changed')
    .option('--folder <folder>', 'where cities.json, practices.json and the others are')
    .option('--force', 'read every record again, even if these files were loaded before')
    .option('--into <database>', 'name of the database, needed where DATABASE_URL is set')
    .action(async (options: Options) => {
      refuseForeignDatabase(options.into);
      await runtime.withDatabase(async (database) => {
        const progress = createProgress('Loading');
        const result = await seed({
          ...(options.folder === undefined ? {} : { folder: runtime.path(options.folder) }),
          isForced: options.force === true,
          onProgress: progress.show,
        }).finally(progress.end);
        await ensureOrganisations(jobContext('cli'), newId(), { hasSamples: database.isEmbedded });
        await runtime.withWorker(database, finishDerived);
        await ensureStatistics(database.url, { isLoaded: result.changed > 0 });
        if (result.isSkipped) say('These files were loaded before: nothing to do.');
        else say(`${result.total} records read, ${result.changed} new or changed.`);
      });
    });
}

/** Sample data must not land in a real database by mistake. */
function refuseForeignDatabase(into: string | undefined): void {
  const { databaseUrl } = env();
  if (databaseUrl === undefined) return;
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  if (into === name) return;
  throw new StartError(`DATABASE_URL is set: say --into ${name} to load the data into this database.`);
}
