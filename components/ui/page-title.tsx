import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from './crumbs.tsx';

type Props = {
  title: ReactNode;
  crumbs?: Crumb[] | undefined;
  crumbsLabel?: string | undefined;
  /** A small line above the title, such as what kind of record it is. */
  over?: ReactNode;
  /** The name in its own script, below the title. */
  own?: { text: string; language: string } | null | undefined;
  /** One or two soft lines below the title. */
  under?: ReactNode;
};

/** The head of a page: where we are, what it is (h1), one line that places it. */
export function PageTitle({ title, crumbs = [], crumbsLabel, over, own, under }: Props) {
  return (
    <div className="title">
      {crumbs.length > 0 ? <Crumbs items={crumbs} label={crumbsLabel} /> : null}
      {over ? <p className="over">{over}</p> : null}
      <h1>
        {title}
        {own ? (
          <>
            {' '}
            <span className="own" lang={own.language}>
              {own.text}
            </span>
          </>
        ) : null}
      </h1>
      {under ? <p className="under read">{under}</p> : null}
    </div>
  );
}
