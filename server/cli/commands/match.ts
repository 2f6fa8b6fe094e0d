import { Command, InvalidArgumentError, Option } from 'commander';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { ensureMatches } from '#lib/matching/commands/recompute.ts';
import {
  type Direction,
  MATCH_MODES,
  MAX_MATCHES,
  type Match,
  type MatchList,
} from '#lib/matching/contract.ts';
import { getMatches, listMatchedCities } from '#lib/matching/queries.ts';
import { print, printJson } from '#server/cli/output.ts';
import { createProgress } from '#server/cli/progress.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { all?: boolean; mode: (typeof MATCH_MODES)[number]; limit: number; json?: boolean };

const context = jobContext('cli');

/** `saling match CITY` or `saling match --all`: partner cities, best first. */
export function matchCommand(runtime: Runtime): Command {
  return new Command('match')
    .description('suggest partner cities for one city, or for all')
    .argument('[city]', 'slug of the city, as in its address')
    .option('--all', 'every city, in alphabetical order')
    .addOption(
      new Option('--mode <mode>', 'exchange: both learn; learn-from: one learns')
        .choices([...MATCH_MODES])
        .default('exchange'),
    )
    .addOption(new Option('--limit <number>', 'most partners for each city').argParser(toLimit).default(10))
    .option('--json', 'as JSON: [{ city, matches: [{ city, ... }] }]')
    .action((city: string | undefined, options: Options, command: Command) => {
      if ((city === undefined) !== (options.all === true)) {
        command.error('error: name one city, or give --all', { exitCode: 2 });
      }
      return runtime.withDatabase(async () => {
        await ensureMatches();
        const slugs = city === undefined ? await listMatchedCities(context, undefined) : [city];
        const lists = await matchEach(slugs, options);
        if (options.json === true) printJson(lists.map(toJson));
        else print(lists.map(describe).join('\n\n'));
      });
    });
}

function toLimit(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_MATCHES) throw new InvalidArgumentError(`must be 1 to ${MAX_MATCHES}.`);
  return limit;
}

async function matchEach(slugs: readonly string[], { mode, limit }: Options): Promise<MatchList[]> {
  const progress = createProgress('Cities');
  const lists: MatchList[] = [];
  try {
    for (const slug of slugs) {
      lists.push(await matchesOf(slug, mode, limit));
      if (slugs.length > 1) progress.show(lists.length, slugs.length);
    }
  } finally {
    progress.end();
  }
  return lists;
}

async function matchesOf(slug: string, mode: Options['mode'], limit: number): Promise<MatchList> {
  try {
    return await getMatches(context, { slug, mode, limit });
  } catch (error) {
    if (!(error instanceof SalingError) || (error.code !== 'not-found' && error.code !== 'invalid'))
      throw error;
    throw new StartError(`No city called "${slug.slice(0, 80)}" takes part in matching.`, error);
  }
}

const toJson = (list: MatchList) => ({
  city: list.city.slug,
  mode: list.mode,
  matches: list.items.map((match) => ({
    city: match.city.slug,
    name: match.city.name,
    country: match.city.country,
    learn: pairs(match.learn),
    share: pairs(match.share),
    context: match.context,
    unknown: match.unknown,
  })),
});

const pairs = (direction: Direction) =>
  direction.covers.map(({ need, practice, closeness, topics }) => ({
    need: need.id,
    practice: practice.id,
    closeness,
    topics: topics.map((topic) => topic.code),
  }));

const EMPTY = {
  'no-need': 'No challenge of this city is on record yet.',
  'no-practice': 'No practice of this city is on record yet.',
  'no-good-match': 'No good match yet.',
} as const;

function describe(list: MatchList): string {
  const heading = `${list.city.name} (${list.city.slug}), ${list.mode}`;
  if (list.empty !== null) return `${heading}\n  ${EMPTY[list.empty]}`;
  return [heading, ...list.items.flatMap(describeMatch)].join('\n');
}

function describeMatch({ city, learn, share }: Match): string[] {
  const lines = (verb: string, direction: Direction) =>
    direction.covers.map((cover) => `    ${verb}: ${cover.need.title.text} <-> ${cover.practice.title.text}`);
  return [
    `  ${city.name}, ${city.country} (${city.slug})`,
    ...lines('can learn', learn),
    ...lines('can share', share),
  ];
}
