import type { ReactNode } from 'react';

/** What a reader must know about the whole page; a bar at its left, no box. */
export function Notice({ children }: { children: ReactNode }) {
  return <p className="notice">{children}</p>;
}
