import type { ReactNode } from 'react';

export type FieldError = { fieldId: string; message: ReactNode };

/** What to correct, above the form, each with a link to its field. Nothing when there is no error. */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="notice notice--error" role="alert">
      <h2>{title}</h2>
      <ul className="errors">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
