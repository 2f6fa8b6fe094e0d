'use client';

import { useEffect, useRef } from 'react';
import { ErrorSummary, type FieldError } from '#components/ui/error-summary.tsx';

type Props = {
  title: string;
  errors: FieldError[];
  failure: { title: string; detail: string } | null;
};

/** What went wrong, above the form; it takes the focus when it appears. */
export function FormTrouble({ title, errors, failure }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isTrouble = errors.length > 0 || failure !== null;
  const what = JSON.stringify([errors.map(({ message }) => message), failure]);
  useEffect(() => {
    if (isTrouble && what !== '') place.current?.focus();
  }, [isTrouble, what]);
  return (
    <div ref={place} tabIndex={-1} className={isTrouble ? 'mb-8' : undefined}>
      <ErrorSummary title={title} errors={errors} />
      {failure ? (
        <div className="notice notice--error" role="alert">
          <h2>{failure.title}</h2>
          <p>{failure.detail}</p>
        </div>
      ) : null}
    </div>
  );
}
