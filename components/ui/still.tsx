import type { ReactNode } from 'react';
import { markupOf } from './markup.ts';

/**
 * A part of a page in which nothing runs in the browser: sent as HTML, and to React as that one text instead of a row
 * for each element (docs/decisions/0021-speed-of-pages.md). What cannot be still is an error, not left out.
 */
export function Still({ children }: { children: ReactNode }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by markupOf, which escapes every text
  return <div className="contents" dangerouslySetInnerHTML={{ __html: markupOf(children) }} />;
}
