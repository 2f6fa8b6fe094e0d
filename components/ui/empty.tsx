import type { ReactNode } from 'react';

/** Nothing yet: says so in a sentence of a person, and what to do instead. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="read prose">
      <p className="lead">{title}</p>
      {children}
    </div>
  );
}
