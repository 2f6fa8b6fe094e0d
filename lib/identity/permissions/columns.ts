/**
 * Who the table asks about: each role, at the city or office that the thing belongs to and at another one.
 * `officer-serving` is of the secretariat that serves the city, `officer-elsewhere` of the other one.
 */
export const COLUMNS = [
  'visitor',
  'own-head',
  'own-focal-point',
  'own-deputy',
  'own-staff',
  'other-head',
  'other-focal-point',
  'other-deputy',
  'other-staff',
  'officer-serving',
  'officer-elsewhere',
  'chair',
  'observer',
  'ended',
  'own-token-read',
  'own-token-write',
] as const;
export type Column = (typeof COLUMNS)[number];

/** `no`: it is there, but not for this role. `hidden`: it answers as something that does not exist. */
export type Answer = 'yes' | 'no' | 'hidden';
export type Cells = Readonly<Record<Column, Answer>>;

export const OWN = ['own-head', 'own-focal-point', 'own-deputy', 'own-staff'] as const;
export const OWN_EDITORS = ['own-head', 'own-focal-point', 'own-deputy'] as const;
export const OTHER = ['other-head', 'other-focal-point', 'other-deputy', 'other-staff'] as const;
export const OFFICERS = ['officer-serving', 'officer-elsewhere'] as const;
export const TOKENS = ['own-token-read', 'own-token-write'] as const;
/** Everybody who has signed in with an appointment that runs. */
export const MEMBERS = [...OWN, ...OTHER, ...OFFICERS, 'chair', 'observer'] as const;

type Groups = Partial<Record<Answer, readonly Column[]>>;

/** All cells of a row: `otherwise` for every column that no group names. A later group wins over an earlier one. */
export function cells(otherwise: Answer, groups: Groups = {}): Cells {
  const given = new Map<Column, Answer>();
  for (const [answer, columns] of Object.entries(groups)) {
    for (const column of columns) given.set(column, answer as Answer);
  }
  return Object.fromEntries(COLUMNS.map((column) => [column, given.get(column) ?? otherwise])) as Cells;
}
