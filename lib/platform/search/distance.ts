/** Most slips that a word of this length may hold and still be understood. */
export function allowedSlips(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Letters added, left out, changed or swapped with their neighbour to get from one word to the other;
 * `limit + 1` when it takes more than `limit`.
 */
export function slipsBetween(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const at = (cells: number[], index: number): number => cells[index] ?? Number.POSITIVE_INFINITY;
      let best = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + Number(!isSame),
      );
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[to.length] ?? 0, limit + 1);
}

const squeezed = (word: string): string => word.replace(/(.)\1+/gu, '$1');
const sorted = (word: string): string => [...word].sort().join('');

/**
 * How unlikely it is that who meant one word typed the other, both as near to each other: 0 for a letter doubled or
 * not, 1 for letters swapped, left out or too many, 2 for another letter; 3 more where the first letter is another.
 */
export function oddness(typed: string, meant: string): number {
  const first = typed[0] === meant[0] ? 0 : 3;
  if (squeezed(typed) === squeezed(meant)) return first;
  return first + (typed.length !== meant.length || sorted(typed) === sorted(meant) ? 1 : 2);
}
