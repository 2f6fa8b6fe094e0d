import type { DraftKind } from '#lib/drafts/contract.ts';

const PLACES = { practice: 'practices', need: 'needs' } as const;

export function kindOfPlace(place: string): DraftKind | null {
  if (place === 'practices') return 'practice';
  return place === 'needs' ? 'need' : null;
}

/** Where a city starts a record. */
export function newAddress(kind: DraftKind): string {
  return `/our-city/${PLACES[kind]}/new`;
}

/** A record as its own city sees it: what is written so far, or what is published, and what can be done with it. */
export function ownAddress(kind: DraftKind, id: string): string {
  return `/our-city/${PLACES[kind]}/${encodeURIComponent(id)}`;
}

export function editAddress(kind: DraftKind, id: string, step?: string): string {
  const address = `${ownAddress(kind, id)}/edit`;
  return step === undefined ? address : `${address}?step=${step}`;
}

export function sheetAddress(kind: DraftKind, id: string): string {
  return `${ownAddress(kind, id)}/sheet`;
}

/** The page that everybody reads. */
export function publicAddress(kind: DraftKind, id: string): string {
  return `/${PLACES[kind]}/${encodeURIComponent(id)}`;
}
