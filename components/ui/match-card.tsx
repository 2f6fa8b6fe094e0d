import type { ReactNode } from 'react';
import { type CircleKind, CircleLabel } from './circle.tsx';

type CardProps = {
  /** Names the card for screen readers: both sides. */
  label: string;
  /** Our side: a name (seen on a wide screen) and a small line. */
  ours: { name: ReactNode; note?: ReactNode };
  /** Their side: a name (h2) and a small line. */
  theirs: { name: ReactNode; note?: ReactNode };
  /** `<Direction>`s, then `<Context>`, then `<Actions>`. */
  children: ReactNode;
};

/** Two sides that meet: ours left, theirs right; on a phone one under the other. */
export function MatchCard({ label, ours, theirs, children }: CardProps) {
  return (
    <article className="match" aria-label={label}>
      <div className="match__who">
        <div className="you">
          <b>{ours.name}</b>
          {ours.note ? <p className="soft small">{ours.note}</p> : null}
        </div>
        <div>
          <h2>{theirs.name}</h2>
          {theirs.note ? <p className="soft small">{theirs.note}</p> : null}
        </div>
      </div>
      {children}
    </article>
  );
}

/** One line between two circles. `from` is where it starts. `isAlone`: nothing at the other end yet. */
export function Direction({
  from,
  to,
  isAlone = false,
}: {
  from: End;
  to: End | ReactNode;
  isAlone?: boolean;
}) {
  return (
    <div className="dir">
      <EndOfLine end={from} place={isAlone ? 'from alone' : 'from'} />
      {isEnd(to) ? (
        <EndOfLine end={to} place="to" />
      ) : (
        <div className="end">
          <p className="none">{to}</p>
        </div>
      )}
    </div>
  );
}

export type End = {
  kind: CircleKind;
  /** "You need", "They have done". */
  label: ReactNode;
  /** Who, where the card does not say it (the worked example of a narrow column). */
  who?: ReactNode;
  /** The sentence; matched words in `<Marked>`. */
  say: ReactNode;
  /** Links to the records behind it. */
  records?: ReactNode;
};

function isEnd(value: unknown): value is End {
  return typeof value === 'object' && value !== null && 'kind' in value && 'say' in value;
}

function EndOfLine({ end, place }: { end: End; place: string }) {
  return (
    <div className={`end end--${end.kind === 'open' ? 'need' : 'prac'} ${place}`}>
      <CircleLabel kind={end.kind}>{end.label}</CircleLabel>
      {end.who ? <p className="who">{end.who}</p> : null}
      <p>{end.say}</p>
      {end.records ? <p className="rec">{end.records}</p> : null}
    </div>
  );
}

export type ContextItem = { key: string; label: ReactNode; verdict: ReactNode; detail?: ReactNode };

/** What the two sides have in common besides the subject: "Size: Different, 2.4 million and 119,000". */
export function ContextStrip({ items }: { items: ContextItem[] }) {
  return (
    <dl className="context">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>
            <b>{item.verdict}</b> {item.detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
