import type { ReactNode } from 'react';

/** Labels left, values right. `isWide`: a record page, where the labels are its headings. */
export function Facts({
  isWide = false,
  place,
  children,
}: {
  isWide?: boolean;
  /** `rest`: follows the column of doing on a phone. */
  place?: 'rest' | undefined;
  children: ReactNode;
}) {
  const look = isWide ? 'facts facts--wide' : 'facts';
  return <dl className={place ? `${look} ${place}` : look}>{children}</dl>;
}

/** One fact; its source stands under the value. */
export function Fact({
  label,
  source,
  children,
}: {
  label: ReactNode;
  source?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {source ? <p className="source">{source}</p> : null}
      </dd>
    </div>
  );
}
