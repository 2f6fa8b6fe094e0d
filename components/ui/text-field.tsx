import type { ComponentProps, ReactNode } from 'react';
import { describedBy, Field } from './field.tsx';

type Words = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  after?: ReactNode;
  isBig?: boolean;
};

/** One line of text. Further attributes go to the input. */
export function TextField({
  id,
  label,
  hint,
  error,
  after,
  isBig = false,
  ...input
}: Words & ComponentProps<'input'>) {
  const words = { id, label, hint, error, after };
  return (
    <Field {...words} isBig={isBig}>
      <input type="text" {...input} id={id} {...describedBy(words)} />
    </Field>
  );
}

/** Several lines of text. Further attributes go to the textarea. */
export function TextAreaField({
  id,
  label,
  hint,
  error,
  after,
  isBig = false,
  ...area
}: Words & ComponentProps<'textarea'>) {
  const words = { id, label, hint, error, after };
  return (
    <Field {...words} isBig={isBig}>
      <textarea rows={4} {...area} id={id} {...describedBy(words)} />
    </Field>
  );
}

/** One of a few. Pass the options as children. */
export function SelectField({
  id,
  label,
  hint,
  error,
  after,
  isBig = false,
  ...select
}: Words & ComponentProps<'select'>) {
  const words = { id, label, hint, error, after };
  return (
    <Field {...words} isBig={isBig}>
      <select {...select} id={id} {...describedBy(words)} />
    </Field>
  );
}
