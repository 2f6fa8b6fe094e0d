import { FULL_FACTOR, spread } from '#lib/matching/rules.ts';

/** What each rule of a fair list would cost if it shaped the practices under a need, alone and all of them together. */
export const FAIR_RULES = ['country', 'exposure', 'capacity', 'together'] as const;
export type FairRule = (typeof FAIR_RULES)[number];

export type FairItem = {
  key: string;
  score: number;
  country: string;
  /** What a place of its city costs among those to learn from. */
  price: number;
  isFull: boolean;
};

/** The practices of a need in the order that the rule gives them. */
export function fairOrder(items: readonly FairItem[], rule: FairRule): string[] {
  const isOn = (one: FairRule) => rule === one || rule === 'together';
  const standing = ({ score, price, isFull }: FairItem): number =>
    score * (isOn('exposure') ? 1 - price : 1) * (isOn('capacity') && isFull ? FULL_FACTOR : 1);
  const ranked = [...items].sort((a, b) => standing(b) - standing(a) || (a.key < b.key ? -1 : 1));
  return (isOn('country') ? spread(ranked) : ranked).map(({ key }) => key);
}

/** No city has said yet what it hosts: every third one is taken to have no free place, in the order of names. */
export function everyThird(slugs: readonly string[]): Set<string> {
  return new Set(slugs.toSorted().filter((_, place) => place % 3 === 0));
}
