/** A sparse vector: dimension -> weight. Dimensions that are absent weigh nothing. */
export type Vector = ReadonlyMap<string, number>;

/** The vector brought to length one; an empty or zero vector becomes empty. */
export function unit(vector: Vector): Vector {
  let square = 0;
  for (const weight of vector.values()) square += weight * weight;
  if (square === 0) return new Map();
  const length = Math.sqrt(square);
  const scaled = new Map<string, number>();
  for (const [dimension, weight] of vector) if (weight !== 0) scaled.set(dimension, weight / length);
  return scaled;
}

/** How much it tells to be one of `held` among `total`: the rarer, the more. Never negative. */
export function rarity(total: number, held: number): number {
  return held <= 0 ? 0 : Math.log(1 + total / held);
}

/** Dimension -> number of the sets that hold it; a set that names it twice counts once. */
export function countHolders(sets: Iterable<Iterable<string>>): Map<string, number> {
  const holders = new Map<string, number>();
  for (const set of sets) {
    for (const dimension of new Set(set)) holders.set(dimension, (holders.get(dimension) ?? 0) + 1);
  }
  return holders;
}
