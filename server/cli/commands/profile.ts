import { readFile, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { personOfEmail } from '#lib/identity/queries/who.ts';
import { writeCsv } from '#lib/platform/csv.ts';
import { newId } from '#lib/platform/ids.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { importProfile } from '#lib/transfer/commands/import.ts';
import { type ImportPlan, MAX_IMPORT } from '#lib/transfer/contract.ts';
import { exportProfile, recordTable } from '#lib/transfer/queries/export.ts';
import { factTable } from '#lib/transfer/queries/export-facts.ts';
import { getImport, previewFile } from '#lib/transfer/queries/import.ts';
import { print, printJson, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

const TABLES = ['practices', 'needs', 'facts'] as const;
type ExportOptions = { email: string; format: 'json' | 'csv'; table: (typeof TABLES)[number] };
type ImportOptions = { email: string; apply?: boolean; json?: boolean };

/** `saling profile export` and `import`: the records of a city as files, by the rights of one of its people. */
export function profileCommand(runtime: Runtime): Command {
  const email = () =>
    new Option(
      '--email <address>',
      'whose rights it has: somebody of the city’s office',
    ).makeOptionMandatory();
  const exporting = new Command('export')
    .description('write all that a city has on record')
    .argument('<city>', 'slug of the city, as in its address')
    .addOption(email())
    .addOption(
      new Option('--format <format>', 'the whole profile, or a table')
        .choices(['json', 'csv'])
        .default('json'),
    )
    .addOption(new Option('--table <table>', 'which table, as CSV').choices([...TABLES]).default('practices'))
    .action((citySlug: string, { email: address, format, table }: ExportOptions) =>
      runtime.withDatabase(async () => {
        const file = await exportProfile(await contextOf(address), { citySlug }).catch(explain);
        if (format === 'json') printJson(file);
        else {
          const rows =
            table === 'facts' ? factTable(file) : recordTable(table === 'needs' ? 'need' : 'practice', file);
          print(writeCsv(rows).replace(/\r\n$/, '\r'));
        }
      }),
    );
  const importing = new Command('import')
    .description('see what a file would do to the records of a city, and do it')
    .argument('<city>', 'slug of the city, as in its address')
    .argument('<file>', 'a profile as JSON, or a table as CSV')
    .addOption(email())
    .option('--apply', 'do it, all or nothing: new records and changes become drafts')
    .option('--json', 'what it would do as JSON')
    .action((citySlug: string, file: string, options: ImportOptions) =>
      runtime.withDatabase(async () => {
        const bytes = await read(runtime.path(file));
        await take(await contextOf(options.email), { citySlug, bytes }, options).catch(explain);
      }),
    );
  return new Command('profile')
    .description('the records of a city as files')
    .addCommand(exporting)
    .addCommand(importing);
}

async function take(
  context: Context,
  given: { citySlug: string; bytes: Uint8Array<ArrayBuffer> },
  { apply, json }: ImportOptions,
): Promise<void> {
  const plan = await previewFile(context, given);
  if (json === true) printJson(plan);
  report(plan);
  if (plan.counts.refused > 0) throw new StartError('Rows are refused, so nothing was taken over.');
  if (apply !== true) {
    say('Nothing was changed. Run it with --apply to do it.');
    return;
  }
  const { id } = await checkFile(context, newId(), given);
  const { stamp } = await getImport(context, { id });
  if (stamp !== plan.stamp) throw new SalingError('conflict');
  await importProfile(context, newId(), { id, stamp });
  say('Done. Drafts wait for the mayor’s office of the city, facts for who states them.');
}

function report({ counts, rows, notes }: ImportPlan): void {
  say(
    `New: ${counts.new}. Changed: ${counts.changed}. Unchanged: ${counts.unchanged}. Refused: ${counts.refused}.`,
  );
  const leftOut = [
    ...notes.leftOut,
    ...notes.unknownColumns,
    ...(notes.toldColumns ?? []),
    ...(notes.toldFacts ?? []),
  ];
  if (leftOut.length > 0) say(`Not taken over from a file: ${leftOut.join(', ')}.`);
  for (const { line, state, id, problems, changes } of rows) {
    if (state === 'refused') {
      say(
        `Row ${line}, ${id}: ${problems.map(({ field, code, value }) => `${field} ${code} "${value}"`).join('; ')}`,
      );
    } else if (state === 'changed') {
      say(`Row ${line}, ${id}: ${changes.map(({ field }) => field).join(', ')}`);
    }
  }
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new StartError(`There is no file ${path}.`);
  if (found.size > MAX_IMPORT) throw new StartError('The file is larger than 5 MB.');
  return new Uint8Array(await readFile(path));
}

async function contextOf(email: string): Promise<Context> {
  const actor = await personOfEmail(email);
  if (actor === null) throw new StartError(`Nobody is known under "${email.slice(0, 80)}".`);
  return { actor, language: 'en', requestId: 'job:cli' };
}

/** One line for what a person can have written wrongly. */
function explain(error: unknown): never {
  if (!(error instanceof SalingError)) throw error;
  const [problem] = error.errors;
  if (error.code === 'not-found') {
    throw new StartError('There is no such city, or this person does not act for it.', error);
  }
  if (error.code === 'conflict') {
    throw new StartError(
      'A record was changed at the same moment: nothing was taken over. Try again.',
      error,
    );
  }
  if (problem !== undefined) {
    const row = problem.params?.line === undefined ? '' : `, row ${problem.params.line}`;
    throw new StartError(`This file cannot be used: ${problem.code}${row}.`, error);
  }
  throw error;
}
