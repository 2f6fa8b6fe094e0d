import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchMatching } from './matching.ts';
import { isKept, type Measure, type Progress, toTable } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchSearch } from './search.ts';

const PARTS: Readonly<Record<string, (progress: Progress) => Promise<Measure[]>>> = {
  search: benchSearch,
  matching: benchMatching,
  pages: benchPages,
};

const USE = `npm run bench -- [--only ${Object.keys(PARTS).join('|')}]`;

function chosenParts(args: readonly string[]): string[] {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  const names = values.only === undefined ? Object.keys(PARTS) : values.only.split(',');
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) throw new TypeError(`There is no part called ${unknown.join(', ')}`);
  return names;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs the parts that the arguments name, all by default, and prints a table. @returns the exit code */
export async function report(args: readonly string[]): Promise<number> {
  let names: string[];
  try {
    names = chosenParts(args);
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${USE}`);
    return 2;
  }
  const measures: Measure[] = [];
  for (const [place, name] of names.entries()) {
    const started = Date.now();
    const progress: Progress = (step) =>
      say(`[${place + 1}/${names.length}] ${name}, ${Math.round((Date.now() - started) / 1000)} s: ${step}`);
    progress(`starting; ${(loadavg()[0] ?? 0).toFixed(1)} processes want ${availableParallelism()} cores`);
    measures.push(...((await PARTS[name]?.(progress)) ?? []));
    progress('done');
  }
  process.stdout.write(`${toTable(measures)}\n`);
  const missed = measures.filter((measure) => !isKept(measure));
  if (missed.length > 0)
    say(`${missed.length} of the promises missed: ${missed.map((m) => m.name).join('; ')}`);
  return missed.length === 0 ? 0 : 1;
}
