import type { ReactNode } from 'react';

type Props = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  button: ReactNode;
  maxLength?: number;
};

/** A search box with its button in one line; belongs into a `<form role="search">`. */
export function SearchLine({ id, name, label, hint, value, button, maxLength = 10_000 }: Props) {
  return (
    <div className="field field--big">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="searchline">
        <input
          type="search"
          id={id}
          name={name}
          defaultValue={value}
          maxLength={maxLength}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button className="btn" type="submit">
          {button}
        </button>
      </div>
    </div>
  );
}
