import { Choice, Choices } from '#components/ui/choice.tsx';
import { Fold } from '#components/ui/fold.tsx';
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
    case 'radios':
    case 'checks':
      return <SomeOf spec={spec} id={id} value={value ?? ''} error={error} />;
    case 'dates':
      return <Stretches spec={spec} id={id} value={value ?? ''} error={error} />;
    case 'file':
      return <TextField {...words} type="file" accept={spec.accept} />;
    default:
      return <TextField {...words} type={kind} defaultValue={value} autoComplete={autoComplete} />;
  }
}

type GroupProps = { spec: FieldSpec; id: string; value: string; error: string | undefined };

/** One or several of a few. The first has the id that the summary of errors links to. */
function SomeOf({ spec, id, value, error }: GroupProps) {
  const chosen = value.split(' ');
  return (
    // A key: React keeps what was chosen of a field that it has drawn before.
    <Choices key={value} legend={spec.label} hint={spec.hint} error={error}>
      {spec.options?.map((option, place) => (
        <Choice
          key={option.value}
          id={place === 0 ? id : `${id}-${option.value}`}
          type={spec.kind === 'radios' ? 'radio' : 'checkbox'}
          name={spec.name}
          value={option.value}
          isChecked={chosen.includes(option.value)}
          hint={option.hint}
        >
          {option.label}
        </Choice>
      ))}
    </Choices>
  );
}

/** Stretches of days; `options` are the labels of first and last day in turn. The further ones unfold. */
function Stretches({ spec, id, value, error }: GroupProps) {
  const days = value.split(' ');
  const labels = spec.options ?? [];
  const stretch = (place: number) => (
    <div key={place} className="stretch">
      {[place, place + 1].map((at) => (
        <p key={at}>
          <label htmlFor={at === 0 ? id : `${id}-${at}`}>{labels[at]?.label}</label>
          <input
            type="date"
            id={at === 0 ? id : `${id}-${at}`}
            name={spec.name}
            defaultValue={days[at] ?? ''}
            aria-invalid={error === undefined ? undefined : true}
          />
        </p>
      ))}
    </div>
  );
  const further = labels.keys().filter((at) => at >= 2 && at % 2 === 0);
  return (
    <Choices key={value} legend={spec.label} hint={spec.hint} error={error}>
      {stretch(0)}
      <Fold summary={spec.more} isOpen={days.slice(2).some((day) => day !== '')}>
        {[...further].map(stretch)}
      </Fold>
    </Choices>
  );
}
