import { Choice, Choices } from '#components/ui/choice.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { Values } from './form-state.ts';

type Option = { value: string; label: string; hint?: string; language?: string };
type Words = { name: string; label: string; hint?: string | undefined };

/** A field in the words of the reader's language, ready to be shown. */
export type FieldView =
  | (Words & { as: 'line' | 'link' | 'year' | 'number'; maxLength: number })
  | (Words & { as: 'area'; maxLength: number; rows: number })
  | (Words & { as: 'check' | 'radio'; options: Option[] })
  | (Words & { as: 'select'; options: Option[] });

type Props = {
  fields: readonly FieldView[];
  values: Values;
  errors: Record<string, string>;
  /** Of the texts that are written. */
  language: string;
};

/** The fields of one step. */
export function Fields({ fields, values, errors, language }: Props) {
  const isOne = fields.length === 1;
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      given={values[field.name] ?? []}
      error={errors[field.name]}
      language={language}
      isBig={isOne}
    />
  ));
}

type One = {
  field: FieldView;
  given: string[];
  error: string | undefined;
  language: string;
  isBig: boolean;
};

function OneField({ field, given, error, language, isBig }: One) {
  const { name, label, hint } = field;
  const words = { id: name, name, label, hint, error };
  const text = { lang: language, dir: 'auto' as const, defaultValue: given[0] ?? '' };
  switch (field.as) {
    case 'area':
      return <TextAreaField {...words} {...text} rows={field.rows} isBig={isBig} />;
    case 'line':
      return <TextField {...words} {...text} isBig={isBig} />;
    case 'link':
      return <TextField {...words} type="url" inputMode="url" defaultValue={given[0] ?? ''} />;
    case 'number':
      return (
        <TextField {...words} inputMode="decimal" maxLength={field.maxLength} defaultValue={given[0] ?? ''} />
      );
    case 'year':
      return (
        <TextField {...words} inputMode="numeric" maxLength={4} size={4} defaultValue={given[0] ?? ''} />
      );
    case 'select':
      return (
        <SelectField {...words} defaultValue={given[0] ?? ''}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      );
    case 'check':
    case 'radio':
      return (
        <Choices legend={label} hint={hint} error={error}>
          {field.options.map((option, place) => (
            <Choice
              key={option.value}
              id={place === 0 ? name : `${name}-${option.value}`}
              type={field.as === 'check' ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              isChecked={given.includes(option.value)}
              hint={option.hint}
            >
              {option.label}
            </Choice>
          ))}
        </Choices>
      );
  }
}
