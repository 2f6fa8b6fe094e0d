import { useEffect, useRef } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { StepState } from './form-state.ts';

type Props = {
  title: string;
  state: Pick<StepState, 'errors' | 'failure'>;
  fields: readonly { name: string }[];
};

/** What is wrong, above the form; takes the focus when it appears. */
export function Trouble({ title, state, fields }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const errors = fields.flatMap(({ name }) => {
    const message = state.errors[name];
    return message === undefined ? [] : [{ fieldId: name, message }];
  });
  const isThere = errors.length > 0 || state.failure !== null;
  useEffect(() => {
    if (isThere && state !== undefined) place.current?.focus();
  }, [isThere, state]);
  return (
    <div ref={place} tabIndex={-1}>
      <ErrorSummary title={title} errors={errors} />
      {state.failure ? (
        <div className="notice notice--error" role="alert">
          <h2>{state.failure.title}</h2>
          <p>{state.failure.detail}</p>
        </div>
      ) : null}
    </div>
  );
}
