import { type Answer, type Column, OTHER } from './columns.ts';
import { PERMISSIONS, type Row } from './table.ts';

/** Roles of the page about permissions. `other-city`: anybody of another city's office. */
export const SHOWN_ROLES = [
  'own-head',
  'own-focal-point',
  'own-deputy',
  'own-staff',
  'other-city',
  'officer-serving',
  'officer-elsewhere',
  'chair',
  'observer',
] as const satisfies readonly (Column | 'other-city')[];
export type ShownRole = (typeof SHOWN_ROLES)[number];

export const SHOWN_GROUPS = ['records', 'files', 'exchanges', 'people', 'corrections', 'account'] as const;
export type ShownGroup = (typeof SHOWN_GROUPS)[number];

const GROUP_OF: Record<string, ShownGroup> = {
  practice: 'records',
  need: 'records',
  city: 'records',
  fact: 'records',
  profile: 'records',
  file: 'files',
  exchange: 'exchanges',
  tie: 'exchanges',
  hosting: 'exchanges',
  match: 'exchanges',
  appointment: 'people',
  invitation: 'people',
  mail: 'people',
  membership: 'people',
  organisation: 'people',
  correction: 'corrections',
  news: 'account',
  person: 'account',
  session: 'account',
  token: 'account',
  'sign-in': 'account',
};

const partOf = (id: string): string => id.split('.')[0] ?? '';

export type ShownRow = { id: string; answers: Record<ShownRole, Answer> };

/** Commands that some person may use; what is left to jobs is nobody's question. That pairs are held back is not said. */
export const SHOWN_COMMANDS: readonly Row[] = PERMISSIONS.filter(
  ({ kind, id, cells }) =>
    kind === 'command' && Object.values(cells).includes('yes') && partOf(id) !== 'hold-back',
);

export function groupOf(id: string): ShownGroup | undefined {
  return GROUP_OF[partOf(id)];
}

/** The same for everybody of another office; a unit test holds the table to it. */
export function answersOf({ id, cells }: Row): ShownRow {
  const answers = SHOWN_ROLES.map((role) => [role, cells[role === 'other-city' ? OTHER[0] : role]]);
  return { id, answers: Object.fromEntries(answers) as ShownRow['answers'] };
}

/** Rows of each group, in the order of the table. */
export function shownPermissions(): { group: ShownGroup; rows: ShownRow[] }[] {
  return SHOWN_GROUPS.map((group) => ({
    group,
    rows: SHOWN_COMMANDS.filter(({ id }) => groupOf(id) === group).map(answersOf),
  })).filter(({ rows }) => rows.length > 0);
}
