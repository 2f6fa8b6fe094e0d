import type { ReactNode } from 'react';

export type LinkItem = { href: string; label: ReactNode; isCurrent?: boolean };

/** A row of plain links, such as the values of a filter or the two modes of a page. */
export function LinkRow({ items, label }: { items: LinkItem[]; label?: string | undefined }) {
  return (
    <nav className="links" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.isCurrent ? 'true' : undefined}>
          {item.label}
        </a>
      ))}
    </nav>
  );
}

/** The end of a page of a list: how much is shown, and the way to the rest. */
export function Pager({
  said,
  next,
  label,
}: {
  said: ReactNode;
  next?: LinkItem | undefined;
  label: string;
}) {
  return (
    <nav className="pager" aria-label={label}>
      <span className="soft small">{said}</span>
      {next ? (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
    </nav>
  );
}
