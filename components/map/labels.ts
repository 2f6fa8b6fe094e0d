/** Where a name stands beside its point, in units of the drawing: what `dx` and `dy` lead to is its start, middle or end. */
type Label = { anchor: 'start' | 'middle' | 'end'; dx: number; dy: number; isOnPhone?: true };

const left = { anchor: 'end', dx: -12, dy: 4 } as const;
const right = { anchor: 'start', dx: 12, dy: 4 } as const;
const above = { anchor: 'middle', dx: 0, dy: -13 } as const;

/** Cities that are named on the map of all: enough to find one's way, few enough to read. */
export const LABELS: Readonly<Record<string, Label>> = {
  yangon: { anchor: 'middle', dx: 0, dy: 22 },
  hanoi: { ...above, isOnPhone: true },
  vientiane: left,
  bangkok: { ...left, isOnPhone: true },
  'phnom-penh': left,
  'kuala-lumpur': { ...right, dy: 0 },
  singapore: right,
  'bandar-seri-begawan': { ...left, dx: -26, dy: 6 },
  manila: { ...left, isOnPhone: true },
  'davao-city': right,
  jakarta: { ...above, isOnPhone: true },
  makassar: left,
  dili: above,
};
