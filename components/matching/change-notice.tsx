'use client';

import { useEffect, useState } from 'react';
import { watchMatches } from './watch.ts';

type Props = {
  slug: string;
  event: string;
  stamp: string;
  words: { label: string; changed: string; reload: string };
};

/** Says that a record behind the open page has changed, and offers to load it again; moves nothing by itself. */
export function ChangeNotice({ slug, event, stamp, words }: Props) {
  const [hasChanged, setHasChanged] = useState(false);
  useEffect(() => watchMatches({ slug, stamp }, event, () => setHasChanged(true)), [slug, stamp, event]);
  return (
    <div className="noprint sticky top-0 z-2 min-h-15" role="status" aria-label={words.label}>
      {hasChanged ? (
        <div className="flex flex-wrap items-center gap-x-6 bg-paper py-2">
          <p>{words.changed}</p>
          <button type="button" className="linkbtn" onClick={() => window.location.reload()}>
            {words.reload}
          </button>
        </div>
      ) : null}
    </div>
  );
}
