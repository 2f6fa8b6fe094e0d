import type { ReactNode } from 'react';

type FieldProps = {
  /** Of the control; the summary of errors links to it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Below the control: an example, or how much room is left. */
  after?: ReactNode;
  /** The one question of a page: a serif label. */
  isBig?: boolean;
  children: ReactNode;
};

/** Label, hint and error above the control. Give the control `describedBy(props)`. */
export function Field({ id, label, hint, error, after, isBig = false, children }: FieldProps) {
  return (
    <div className={isBig ? 'field field--big' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children}
      {after ? (
        <p className="hint hint--after" id={`${id}-after`}>
          {after}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes by which a control names its hint and its error. Empty where there is neither. */
export function describedBy(props: { id: string; hint?: ReactNode; error?: ReactNode; after?: ReactNode }) {
  const ids = (['hint', 'error', 'after'] as const)
    .filter((part) => props[part])
    .map((part) => `${props.id}-${part}`);
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(props.error ? { 'aria-invalid': true as const } : {}),
  };
}
