import type { ReactNode } from 'react';

/** Small, soft, the last line of what it supports. Its links get a full target. */
export function SourceLine({ children }: { children: ReactNode }) {
  return <p className="source">{children}</p>;
}
