import type { ReactNode } from 'react';
import { Circle } from './circle.tsx';

/** One filled circle leads to others: where a thing went from its start. */
export function Branch({ start, ends }: { start: ReactNode; ends: { key: string; label: ReactNode }[] }) {
  return (
    <div className="went">
      <p className="at">
        <Circle kind="filled" />
        {start}
      </p>
      <ul>
        {ends.map((end) => (
          <li key={end.key}>
            <Circle kind="filled" />
            {end.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
