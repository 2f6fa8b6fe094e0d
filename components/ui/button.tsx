import type { ReactNode } from 'react';

/** One filled button per decision; it says what happens. `isLine`: the second of two. */
export function Button({
  isLine = false,
  name,
  value,
  children,
}: {
  isLine?: boolean;
  name?: string | undefined;
  value?: string | undefined;
  children: ReactNode;
}) {
  return (
    <button className={isLine ? 'btn btn--line' : 'btn'} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

/** The same for a link that is the next step. */
export function ButtonLink({
  href,
  isLine = false,
  children,
}: {
  href: string;
  isLine?: boolean;
  children: ReactNode;
}) {
  return (
    <a className={isLine ? 'btn btn--line' : 'btn'} href={href}>
      {children}
    </a>
  );
}

/** The row of doing: the button first, then plain links. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="do">{children}</div>;
}

/** A small way out at the end of a row of doing. */
export function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="aside quiet small" href={href}>
      {children}
    </a>
  );
}

/** Links that lead on from a list: "All practices". */
export function More({ children }: { children: ReactNode }) {
  return <p className="more">{children}</p>;
}
