import { Command, InvalidArgumentError } from 'commander';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { SearchHit } from '#lib/discovery/contract.ts';
import { searchAll } from '#lib/discovery/queries.ts';
import { MAX_LIMIT, MAX_TEXT } from '#lib/platform/fields.ts';
import { print, printJson } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { limit: number; json?: boolean };

/** `saling search TEXT`: public records about a text, in any language, best first. */
export function searchCommand(runtime: Runtime): Command {
  return new Command('search')
    .description('search practices, challenges, cities and topics, in any language')
    .argument('<text...>', 'what to look for')
    .option('--limit <number>', 'most hits', toLimit, 20)
    .option('--json', 'as JSON: [{ kind, id, title, city }]')
    .action((words: string[], options: Options) =>
      runtime.withDatabase(async () => {
        const items = await find(words.join(' '), options.limit);
        if (options.json === true) printJson(items.map(toJson));
        else print(items.length === 0 ? 'Nothing found.' : items.map(describe).join('\n'));
      }),
    );
}

function toLimit(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_LIMIT) throw new InvalidArgumentError(`must be 1 to ${MAX_LIMIT}.`);
  return limit;
}

async function find(q: string, limit: number): Promise<SearchHit[]> {
  try {
    // A visitor's eyes: what the command line prints may be passed on.
    const actor = { kind: 'visitor' as const, isOnTrialCopy: false };
    return (await searchAll({ ...jobContext('cli'), actor }, { q, limit })).items;
  } catch (error) {
    if (!(error instanceof SalingError)) throw error;
    if (error.code === 'invalid') {
      const isLong = q.length > MAX_TEXT;
      throw new StartError(
        isLong
          ? `The text may have at most ${MAX_TEXT} characters.`
          : 'Say what to look for: the text is empty.',
        error,
      );
    }
    throw error;
  }
}

const toJson = ({ kind, id, title, city }: SearchHit) => ({
  kind,
  id,
  title: title.text,
  city: city === null ? null : { slug: city.slug, name: city.name, country: city.country },
});

function describe({ kind, id, title, city }: SearchHit): string {
  const place = city === null || kind === 'city' ? '' : ` (${city.name}, ${city.country})`;
  return `${kind.padEnd(9)} ${title.text}${place}\n          ${id}`;
}
