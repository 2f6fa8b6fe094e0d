import type { ReactNode } from 'react';

/** Open: something is looked for. Filled: something can be shared. Decoration: a word must say the same. */
export type CircleKind = 'open' | 'filled';

/** The circle alone; hangs left of a record or a label. Hidden from screen readers. */
export function Circle({ kind }: { kind: CircleKind }) {
  return <span className={kind === 'open' ? 'o' : 'd'} aria-hidden="true" />;
}

/** A circle with its word in the same colour: the head of one end of a pair. */
export function CircleLabel({ kind, children }: { kind: CircleKind; children: ReactNode }) {
  return (
    <p className={kind === 'open' ? 'label need' : 'label prac'}>
      <Circle kind={kind} />
      {children}
    </p>
  );
}
