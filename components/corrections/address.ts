/** Kinds of records that a reader can ask to have corrected or removed. */
export const CORRECTABLE_KINDS = ['practice', 'need', 'city'] as const;
export type CorrectableKind = (typeof CORRECTABLE_KINDS)[number];

export function isCorrectableKind(value: unknown): value is CorrectableKind {
  return CORRECTABLE_KINDS.some((kind) => kind === value);
}

/** Where one asks for a correction or removal of a record. `key`: its id, of a city its slug. */
export function correctionAddress(kind: CorrectableKind, key: string): string {
  return `/corrections/new?${new URLSearchParams({ kind, id: key })}`;
}

/** The page of the record itself. */
export function recordAddress(kind: CorrectableKind, key: string): string {
  const place = { practice: 'practices', need: 'needs', city: 'cities' }[kind];
  return `/${place}/${encodeURIComponent(key)}`;
}
