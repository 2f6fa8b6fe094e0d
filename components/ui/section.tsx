import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = {
  title: ReactNode;
  /** Anchor of the section; made up when absent. */
  id?: string | undefined;
  hint?: ReactNode;
  /** `block` keeps the distance to what stands above, `doing` is the column of doing on a phone. */
  place?: 'block' | 'doing' | 'rest' | 'rest block' | undefined;
  children: ReactNode;
};

/** A section that opens with a rule and its title (h2), and is named by it. */
export function Section({ title, id, hint, place, children }: Props) {
  const own = useId();
  const heading = `${id ?? own}-title`;
  return (
    <section className={place} id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {hint ? <p className="hint">{hint}</p> : null}
      {children}
    </section>
  );
}
