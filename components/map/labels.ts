/** Where the name stands beside its point: to the right (`s`), left (`e`), above (`m`). */
type Label = { side: 's' | 'e' | 'm'; isOnPhone: boolean };

/** Cities that are named on the map of all: enough to find one's way, few enough to read. */
export const LABELS: Readonly<Record<string, Label>> = {
  yangon: { side: 'e', isOnPhone: false },
  hanoi: { side: 'm', isOnPhone: true },
  vientiane: { side: 'e', isOnPhone: false },
  bangkok: { side: 'e', isOnPhone: true },
  'phnom-penh': { side: 'e', isOnPhone: false },
  'kuala-lumpur': { side: 'e', isOnPhone: false },
  singapore: { side: 's', isOnPhone: false },
  'bandar-seri-begawan': { side: 'e', isOnPhone: false },
  manila: { side: 'e', isOnPhone: true },
  'davao-city': { side: 's', isOnPhone: false },
  jakarta: { side: 'm', isOnPhone: true },
  makassar: { side: 'e', isOnPhone: false },
  dili: { side: 's', isOnPhone: false },
};
