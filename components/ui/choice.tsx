import type { ReactNode } from 'react';

/** A group of choices with its question. */
export function Choices({
  legend,
  hint,
  error,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="error">{error}</p> : null}
      {children}
    </fieldset>
  );
}

type ChoiceProps = {
  id: string;
  type?: 'checkbox' | 'radio';
  name: string;
  value: string;
  isChecked?: boolean;
  /** A number or few words after the label. */
  hint?: ReactNode;
  children: ReactNode;
};

/** One checkbox or radio button with a target of 44 px. */
export function Choice({
  id,
  type = 'checkbox',
  name,
  value,
  isChecked = false,
  hint,
  children,
}: ChoiceProps) {
  return (
    <div className="choice">
      <input type={type} id={id} name={name} value={value} defaultChecked={isChecked} />
      <label htmlFor={id}>
        {children}
        {/* A space of its own: without it a reader hears "Lao PDR7". */}
        {hint !== undefined ? <span className="hint"> {hint}</span> : null}
      </label>
    </div>
  );
}
