import { Command } from 'commander';
import { reindex } from '#lib/indexing/commands.ts';
import { say } from '#server/cli/output.ts';
import { createProgress } from '#server/cli/progress.ts';
import type { Runtime } from '#server/cli/runtime.ts';

/** `saling reindex`: builds the search index anew. */
export function reindexCommand(runtime: Runtime): Command {
  return new Command('reindex').description('build the search index anew from the database').action(() =>
    runtime.withDatabase(async () => {
      const progress = createProgress('Indexing');
      const count = await reindex({ onProgress: progress.show }).finally(progress.end);
      say(`${count} records can be found.`);
    }),
  );
}
