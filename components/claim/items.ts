import type { FactKey } from '#lib/cities/contract.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';

export type ClaimKind = 'fact' | DraftKind;
export const CLAIM_STATES = ['open', 'confirmed', 'corrected', 'removed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** One thing that public sources say of the city, and what the city has said to it. */
export type ClaimItem = { kind: ClaimKind; id: string; state: ClaimState; isChangeable: boolean };

export const CLAIM_ADDRESS = '/our-city/claim';

export function claimAddress({ kind, id }: Pick<ClaimItem, 'kind' | 'id'>): string {
  return `${CLAIM_ADDRESS}?kind=${kind}&id=${encodeURIComponent(id)}`;
}

export const isLookedAt = ({ state }: ClaimItem): boolean => state !== 'open';

/** The next thing after this one that nobody has looked at, from the start again after the last. */
export function nextOpen<Item extends ClaimItem>(items: readonly Item[], here?: Item): Item | undefined {
  const from = here === undefined ? 0 : items.indexOf(here) + 1;
  return [...items.slice(from), ...items.slice(0, from)].find(
    (item) => item !== here && item.isChangeable && !isLookedAt(item),
  );
}

export function isFactKey(item: ClaimItem): item is ClaimItem & { kind: 'fact'; id: FactKey } {
  return item.kind === 'fact';
}
