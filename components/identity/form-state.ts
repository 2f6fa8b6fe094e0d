/** What a form of one or two fields shows after an attempt; what was typed is never lost. */
export type FormState<Field extends string> = {
  values: Record<Field, string>;
  errors: Partial<Record<Field, string>>;
  failure: { title: string; detail: string } | null;
};
export type AskState = FormState<'email'>;
export type CodeState = FormState<'email' | 'code'>;

export type FieldWords = { label: string; hint?: string };

/** The errors of a form as its summary lists them, in the order of the fields. */
export function listErrors<Field extends string>(state: FormState<Field>, fields: readonly Field[]) {
  return fields.flatMap((fieldId) => {
    const message = state.errors[fieldId];
    return message === undefined ? [] : [{ fieldId, message }];
  });
}
