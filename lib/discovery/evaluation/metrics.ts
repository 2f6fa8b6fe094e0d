/** Grades by record key, 0 (not relevant) to 3 (answers directly); a key that is missing counts as 0. */
export type Grades = ReadonlyMap<string, number>;

/** How many of a list a reader looks at. */
export const DEPTH = 10;

// What reproduces the figures that data/SOURCES.md states: a direct answer is worth seven marginal ones.
const gain = (grade: number): number => 2 ** grade - 1;

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0);

/** nDCG of the first ten, 0 to 1: 1 where no order of the graded records is better; 0 where none is relevant. */
export function ndcg(ranked: readonly string[], grades: Grades): number {
  const best = discounted([...grades.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : discounted(ranked.map((key) => grades.get(key) ?? 0)) / best;
}

/** Share of the first ten that somebody graded, 0 to 1; 0 for an empty list. */
export function judgedShare(ranked: readonly string[], grades: Grades): number {
  const top = ranked.slice(0, DEPTH);
  return top.length === 0 ? 0 : top.filter((key) => grades.has(key)).length / top.length;
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
