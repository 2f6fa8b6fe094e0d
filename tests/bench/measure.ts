/**
 * One line of the report. With `atMost` or `atLeast` it is a promise, and the run fails when it is broken.
 * `reference`: the same measure of something bare, taken in turns in the same run.
 */
export type Measure = {
  name: string;
  value: number;
  unit: string;
  reference?: number;
  atMost?: number;
  atLeast?: number;
};

/** Told what is being done, in a few words. */
export type Progress = (step: string) => void;

export function isKept({ value, atMost, atLeast }: Measure): boolean {
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}

const HEAD = ['measure', 'ours', 'reference', 'ratio', 'promise', 'kept'];

function toCells(measure: Measure): string[] {
  const { name, value, unit, reference, atMost, atLeast } = measure;
  const isPromise = atMost !== undefined || atLeast !== undefined;
  return [
    name,
    `${number(value)} ${unit}`,
    reference === undefined ? '' : `${number(reference)} ${unit}`,
    reference === undefined ? '' : number(value / reference),
    atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : '',
    isPromise ? (isKept(measure) ? 'yes' : 'NO') : '',
  ];
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** The measures as a table of Markdown, in columns of even width. */
export function toTable(measures: readonly Measure[]): string {
  const rows = [HEAD, ...measures.map(toCells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const [head, ...body] = lines.map((cells) => `| ${cells.join(' | ')} |`);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}
