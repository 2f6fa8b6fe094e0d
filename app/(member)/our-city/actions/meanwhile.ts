import type { Explanation } from '#app/request/problem.ts';
import type { StepState } from '#components/writing/form-state.ts';
import type { FieldSpec } from '#components/writing/steps.ts';
import { getTranslations } from '#i18n/words.ts';
import { type Draft, SAVED_BY_YOU } from '#lib/drafts/contract.ts';

/** Whether every text in the way is one that the writer has saved herself. */
export const isOwnSave = ({ errors }: Explanation): boolean =>
  errors.every(({ code }) => code === SAVED_BY_YOU);

/** What a working copy says now in these fields, in words of the reader, and in which role it was written. */
export async function meanwhileIn(
  draft: Draft,
  fields: readonly FieldSpec[],
  isOwn: boolean,
): Promise<NonNullable<StepState['conflict']>> {
  const t = await getTranslations('writing');
  const o = await getTranslations('ourcity.role');
  const inWords = (field: FieldSpec, value: string): string => {
    const key = `option.${field.name}.${value === '' ? 'none' : value}`;
    return t.has(key) ? t(key) : value;
  };
  return {
    version: draft.version,
    by: o(draft.writtenRole),
    isOwn,
    fields: fields.map((field) => {
      const value = draft.content[field.name];
      const list = Array.isArray(value) ? value : [value ?? ''];
      const texts = list.map((one) => inWords(field, String(one)));
      return {
        name: field.name,
        label: t(`field.${draft.kind}.${field.name}.label`),
        text: texts.join(', '),
      };
    }),
  };
}
