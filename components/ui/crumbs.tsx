import type { ReactNode } from 'react';

export type Crumb = { href: string; label: ReactNode };

/** The way back: the pages above this one, nearest last. The present page is not among them. */
export function Crumbs({ items, label }: { items: Crumb[]; label?: string | undefined }) {
  return (
    <nav className="crumb" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
