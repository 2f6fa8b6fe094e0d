import { Choice } from '#components/ui/choice.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { FieldSpec } from './form-state.ts';

type Props = { spec: FieldSpec; id: string; value: string | undefined; error: string | undefined };

/** One field with its label, hint and error, filled with what was written before. */
export function FormField({ spec, id, value, error }: Props) {
  const { kind, name, label, hint, autoComplete } = spec;
  const words = { id, name, label, hint, error };
  switch (kind) {
    case 'area':
      return (
        <TextAreaField {...words} rows={spec.rows ?? 4} defaultValue={value} autoComplete={autoComplete} />
      );
    case 'select':
      return (
        // A key: React keeps the choice of a select that it has drawn before.
        <SelectField {...words} key={value} defaultValue={value}>
          {spec.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      );
    case 'check':
      return (
        <div className="field">
          <Choice id={id} name={name} value="yes" isChecked={value === 'yes'} hint={hint}>
            {label}
          </Choice>
        </div>
      );
    case 'file':
      return <TextField {...words} type="file" accept={spec.accept} />;
    default:
      return <TextField {...words} type={kind} defaultValue={value} autoComplete={autoComplete} />;
  }
}
