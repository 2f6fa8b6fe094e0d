import type { Vector } from './vector.ts';

/** Vectors turned round: dimension -> which vectors have it (by position), and with what weight. */
export type Postings = { size: number; lists: ReadonlyMap<string, { at: number[]; weight: number[] }> };

export function buildPostings(vectors: readonly Vector[]): Postings {
  const lists = new Map<string, { at: number[]; weight: number[] }>();
  for (const [position, vector] of vectors.entries()) {
    for (const [dimension, weight] of vector) {
      const list = lists.get(dimension) ?? { at: [], weight: [] };
      lists.set(dimension, list);
      list.at.push(position);
      list.weight.push(weight);
    }
  }
  return { size: vectors.length, lists };
}

/** Adds the product of the vector with each vector of the postings to `sums`. */
export function addProducts(sums: Float64Array, postings: Postings, vector: Vector): void {
  for (const [dimension, own] of vector) {
    const list = postings.lists.get(dimension);
    if (list === undefined) continue;
    for (let place = 0; place < list.at.length; place += 1) {
      const position = list.at[place] ?? 0;
      sums[position] = (sums[position] ?? 0) + own * (list.weight[place] ?? 0);
    }
  }
}

/** The product of the vector with each vector of the postings. */
export function products(postings: Postings, vector: Vector): Float64Array {
  const sums = new Float64Array(postings.size);
  addProducts(sums, postings, vector);
  return sums;
}
