import type { ReactNode } from 'react';
import { Circle, type CircleKind } from './circle.tsx';

/** A list of records; the circles hang in a column of their own. `isBare`: none has a circle. */
export function Records({ isBare = false, children }: { isBare?: boolean; children: ReactNode }) {
  return <ul className={isBare ? 'records records--bare' : 'records'}>{children}</ul>;
}

type Props = {
  /** Absent: no circle (then the whole list should be `isBare`). */
  kind?: CircleKind | undefined;
  /** What the circle means, for those who do not see it: "Practice: ". */
  kindWord?: string | undefined;
  /** A small line above the title: whose it is. */
  where?: ReactNode;
  title: ReactNode;
  href: string;
  /** h2 when the list has no heading of its own above it. */
  level?: 2 | 3;
  /** One or two sentences. */
  say?: ReactNode;
  /** Why it stands here: a reason, set apart. */
  why?: ReactNode;
  /** Content of the source line, always last. */
  source?: ReactNode;
};

/** One record of a list. The whole row is the target of its link. */
export function RecordItem({ kind, kindWord, where, title, href, level = 3, say, why, source }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const word = kindWord ? <span className="hide">{kindWord} </span> : null;
  return (
    <li>
      {kind ? <Circle kind={kind} /> : null}
      {where ? (
        <p className="where">
          {word}
          {where}
        </p>
      ) : null}
      <Heading>
        {where ? null : word}
        <a href={href}>{title}</a>
      </Heading>
      {say ? <p className="say">{say}</p> : null}
      {why ? <p className="why small">{why}</p> : null}
      {source ? <p className="source">{source}</p> : null}
    </li>
  );
}
