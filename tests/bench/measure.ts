/** One line of the report. With `atMost` or `atLeast` it is a promise, and the run fails when it is broken. */
export type Measure = { name: string; value: number; unit: string; atMost?: number; atLeast?: number };

export function isKept({ value, atMost, atLeast }: Measure): boolean {
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}

export function toLine(measure: Measure): string {
  const promise =
    measure.atMost !== undefined
      ? ` (at most ${measure.atMost})`
      : measure.atLeast !== undefined
        ? ` (at least ${measure.atLeast})`
        : '';
  const mark = isKept(measure) ? 'ok  ' : 'MISS';
  return `${mark} ${measure.name}: ${measure.value.toFixed(2)} ${measure.unit}${promise}`;
}
