import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { z } from 'zod';
import { type Context, jobContext } from '#lib/core/context.ts';
import { BASELINES, type Baseline } from '#lib/discovery/evaluation/baselines.ts';
import {
  judgmentsSchema,
  type NeedsReport,
  type QueriesReport,
  queriesSchema,
  type Score,
} from '#lib/discovery/evaluation/contract.ts';
import { evaluateNeeds, evaluateQueries, UnknownRecords } from '#lib/discovery/evaluation/evaluate.ts';
import { FAIR_RULES, type FairRule } from '#lib/discovery/evaluation/fairness.ts';
import { ensureMatches } from '#lib/matching/commands/recompute.ts';
import { print, printJson } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { judgments?: string; queries?: string; json?: boolean };

/** As a visitor: drafts, and what desks of the trial copy wrote, are not measured. */
const context: Context = { ...jobContext('cli'), actor: { kind: 'visitor', isOnTrialCopy: false } };

/** `saling evaluate`: how well practices are found for needs and for questions, by graded examples. */
export function evaluateCommand(runtime: Runtime): Command {
  return new Command('evaluate')
    .description('measure how well practices are found, by graded examples')
    .option('--judgments <file>', 'which practices answer a need: [{ needId, judged }]')
    .option('--queries <file>', 'which practices answer a question: [{ queryId, query, language, judged }]')
    .option('--json', 'as JSON: { needs, queries }')
    .action(async (options: Options, command: Command) => {
      if (options.judgments === undefined && options.queries === undefined) {
        command.error('error: give --judgments FILE, --queries FILE or both', { exitCode: 2 });
      }
      const judgments = await readIf(runtime, options.judgments, judgmentsSchema);
      const queries = await readIf(runtime, options.queries, queriesSchema);
      await runtime.withDatabase(async () => {
        const needs = judgments && (await named(options.judgments, () => measureNeeds(judgments)));
        const found = queries && (await named(options.queries, () => evaluateQueries(context, queries)));
        if (options.json === true) printJson({ needs: needs ?? null, queries: found ?? null });
        else
          print(
            [...(needs ? describeNeeds(needs) : []), ...(found ? describeQueries(found) : [])].join('\n'),
          );
      });
    });
}

async function measureNeeds(judgments: z.infer<typeof judgmentsSchema>): Promise<NeedsReport> {
  await ensureMatches();
  return evaluateNeeds(context, judgments);
}

function readIf<Schema extends z.ZodType>(
  runtime: Runtime,
  name: string | undefined,
  schema: Schema,
): Promise<z.infer<Schema>> | undefined {
  return name === undefined ? undefined : readGraded(runtime.path(name), name, schema);
}

async function readGraded<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new StartError(`${name}: the file cannot be read.`, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StartError(`${name}: is not JSON.`, error);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  throw new StartError(
    `${name}: ${place ? `at ${place.replace(/^\./, '')}: ` : ''}${issue?.message ?? 'wrong'}.`,
  );
}

async function named<Result>(file: string | undefined, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnknownRecords) {
      const ids = error.ids.slice(0, 5).map((id) => `"${id.slice(0, 80)}"`);
      throw new StartError(`${file}: the library holds no ${error.kind} called ${ids.join(', ')}.`, error);
    }
    throw error;
  }
}

const NAMES: Record<Baseline, string> = {
  random: 'random',
  topics: 'topic overlap',
  keyword: 'keyword (BM25)',
  both: 'keyword and topics',
};

const line = (name: string, { count, ndcg, judged }: Score): string =>
  `  ${name.padEnd(20)} ${ndcg.toFixed(3)}   ${count} judged questions, ${Math.round(judged * 100)} % of the top ten graded`;

function describeNeeds(report: NeedsReport): string[] {
  const rows = BASELINES.map((name) => {
    const { ndcg, difference, low, high, notBetter } = report.baselines[name];
    const range = `${low.toFixed(3)} to ${high.toFixed(3)}`;
    return `  ${NAMES[name].padEnd(20)} ${ndcg.toFixed(3)}   ours is better by ${difference.toFixed(3)} (95 %: ${range}), p = ${notBetter.toFixed(4)}`;
  });
  const fair = FAIR_RULES.map((rule) => {
    const ndcg = report.fairness[rule];
    return `  ${FAIR_NAMES[rule].padEnd(34)} ${ndcg.toFixed(3)}   costs ${(report.ndcg - ndcg).toFixed(3)}`;
  });
  return [
    'Practices for needs, nDCG@10',
    line('ours', report),
    ...rows,
    'The same, if the rules of fair lists shaped it',
    ...fair,
  ];
}

const FAIR_NAMES: Record<FairRule, string> = {
  country: 'three of a country in ten',
  exposure: 'shares of first places',
  capacity: 'every third city without a place',
  together: 'all three',
};

function describeQueries(report: QueriesReport): string[] {
  const groups: [string, Score | null][] = [
    ['English', report.english],
    ['all others', report.others],
    ...Object.entries(report.languages),
  ];
  const rows = groups.flatMap(([name, score]) => (score === null ? [] : [line(name, score)]));
  return ['Practices for questions, nDCG@10', ...rows];
}
