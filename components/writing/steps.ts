import type { DraftKind } from '#lib/drafts/contract.ts';
import { MAX_RECORD_TEXT, MAX_SUMMARY, MAX_TITLE, RECORD_LANGUAGES } from '#lib/drafts/contract.ts';
import {
  AUDIENCES,
  FINANCE_KINDS,
  HELP_WANTED,
  OBSTACLES,
  PROJECT_STAGES,
  URGENCIES,
} from '#lib/needs/contract.ts';
import { EVIDENCE_KINDS, PRACTICE_STAGES } from '#lib/practices/contract.ts';

/** One field of a step. `topics` takes its choices from the list of topics. */
export type FieldSpec =
  | { name: string; as: 'line' | 'link' | 'year'; maxLength: number }
  | { name: string; as: 'area'; maxLength: number; rows: number }
  | { name: string; as: 'check' | 'radio' | 'language'; values: readonly string[] }
  | { name: string; as: 'topics' | 'files' };
export type Step = { key: string; fields: readonly FieldSpec[] };

const line = (name: string, maxLength: number): FieldSpec => ({ name, as: 'line', maxLength });
const area = (name: string, rows = 8, maxLength = MAX_RECORD_TEXT): FieldSpec => ({
  name,
  as: 'area',
  rows,
  maxLength,
});
const check = (name: string, values: readonly string[]): FieldSpec => ({ name, as: 'check', values });
const radio = (name: string, values: readonly string[]): FieldSpec => ({ name, as: 'radio', values });

const TITLE: Step = {
  key: 'title',
  fields: [line('title', MAX_TITLE), { name: 'language', as: 'language', values: RECORD_LANGUAGES }],
};
const TOPICS: Step = { key: 'topics', fields: [{ name: 'topics', as: 'topics' }] };
/** Has a form of its own. */
const FILES: Step = { key: 'files', fields: [{ name: 'attachments', as: 'files' }] };
const CONTACT: Step = {
  key: 'contact',
  fields: [line('contactOffice', 200), check('spokenLanguages', RECORD_LANGUAGES)],
};

/** One thing after the other; what is needed comes first. */
export const STEPS: Record<DraftKind, readonly Step[]> = {
  practice: [
    TITLE,
    { key: 'summary', fields: [area('summary', 5, MAX_SUMMARY)] },
    TOPICS,
    { key: 'problem', fields: [area('problem')] },
    { key: 'actions', fields: [area('actions', 10)] },
    { key: 'results', fields: [area('results')] },
    { key: 'lessons', fields: [area('caveat', 6), area('preconditions', 6)] },
    {
      key: 'start',
      fields: [{ name: 'startYear', as: 'year', maxLength: 4 }, radio('stage', ['', ...PRACTICE_STAGES])],
    },
    {
      key: 'evidence',
      fields: [radio('evidence', EVIDENCE_KINDS), { name: 'sourceUrl', as: 'link', maxLength: 2000 }],
    },
    FILES,
    CONTACT,
  ],
  need: [
    TITLE,
    { key: 'description', fields: [area('description')] },
    TOPICS,
    { key: 'people', fields: [area('affected', 5), area('tried', 6)] },
    { key: 'obstacles', fields: [check('obstacles', OBSTACLES)] },
    {
      key: 'help',
      fields: [
        check('helpWanted', HELP_WANTED),
        check('finance', FINANCE_KINDS),
        radio('projectStage', ['', ...PROJECT_STAGES]),
      ],
    },
    { key: 'urgency', fields: [radio('urgency', ['', ...URGENCIES])] },
    { key: 'audience', fields: [radio('audience', AUDIENCES)] },
    FILES,
    CONTACT,
  ],
};

export function findStep(kind: DraftKind, key: string | undefined): Step | undefined {
  return STEPS[kind].find((step) => step.key === key);
}

/** The step after this one; undefined after the last, when all is there to be checked. */
export function stepAfter(kind: DraftKind, key: string): Step | undefined {
  const steps = STEPS[kind];
  return steps[steps.findIndex((step) => step.key === key) + 1];
}

/** The step in which a field is written. */
export function stepOfField(kind: DraftKind, field: string): Step | undefined {
  return STEPS[kind].find((step) => step.fields.some(({ name }) => name === field));
}
