import type { ReactNode } from 'react';

export type Entrance = { key: string; title: ReactNode; href?: string | undefined; note?: ReactNode };

/** Numbered ways in, three and three on a wide screen. */
export function Entrances({ items }: { items: Entrance[] }) {
  return (
    <ol className="six">
      {items.map((item) => (
        <li key={item.key}>
          <div>
            {item.href ? <a href={item.href}>{item.title}</a> : item.title}
            {item.note ? <p className="hint">{item.note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
