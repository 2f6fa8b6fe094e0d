import { jobContext } from '#lib/core/context.ts';
import { removeUnusedFiles } from '#lib/files/commands.ts';
import { keepRetention } from '#lib/identity/commands/personal-data.ts';
import { newId } from '#lib/platform/ids.ts';

/** Once a day: what is kept no longer than its period goes, and files that nothing names. Repeatable. */
export async function keepHouse(): Promise<void> {
  const context = jobContext('housekeeping');
  await keepRetention(context, newId(), {});
  await removeUnusedFiles(context, newId(), {});
}
