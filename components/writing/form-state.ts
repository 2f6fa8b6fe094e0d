import type { FieldSpec, Step } from './steps.ts';

/** What a person has written into the fields of a step, by name; of a choice of several, each value. */
export type Values = Record<string, string[]>;

/** What somebody else has saved meanwhile in a field, in words. */
export type Meanwhile = { name: string; label: string; text: string };

export type StepState = {
  values: Values | null;
  errors: Record<string, string>;
  failure: { title: string; detail: string } | null;
  /** Both have changed the same field. `version`: what was saved meanwhile, seen now. `isOwn`: by the writer herself. */
  conflict: { version: number; by: string; isOwn: boolean; fields: Meanwhile[] } | null;
};

export const FRESH: StepState = { values: null, errors: {}, failure: null, conflict: null };

/** The values of these fields in a sent form. A box that nobody has ticked sends nothing: then the list is empty. */
export function readValues(data: FormData, step: Step): Values {
  return Object.fromEntries(
    step.fields.map(({ name }) => [
      name,
      data.getAll(name).filter((value): value is string => typeof value === 'string'),
    ]),
  );
}

const isMany = (field: FieldSpec): boolean => field.as === 'check' || field.as === 'topics';

/** The same as the domain takes them: one text, or a list. `language` is not among them. */
export function toFields(values: Values, step: Step): Record<string, unknown> {
  const fields = step.fields.filter((field) => field.name !== 'language');
  return Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, values)]));
}

function fieldValue(field: FieldSpec, values: Values): unknown {
  const given = values[field.name] ?? [];
  return isMany(field) ? given : (given[0] ?? '');
}

/** What became of a text that was saved without asking. */
export type Autosaved =
  | { is: 'saved'; version: number; savedAt: string }
  | { is: 'conflict' | 'signed-out' | 'refused' };
