import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { readerContext } from '#app/request/context.ts';
import { SiteFrame } from '#components/site/frame.tsx';
import { placeOf } from '#components/site/place-of.ts';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import { env } from '#lib/platform/env.ts';
import { MAX_QUERY } from '#lib/platform/fields.ts';
import { leave } from './actions.ts';
import { whoReads } from './who.ts';

/** The one frame of every page, whoever reads it. */
export async function PageFrame({ children }: { children: ReactNode }) {
  const { actor } = await readerContext();
  const sent = await headers();
  const path = shortPath(sent.get('x-saling-path') ?? undefined);
  const origin = env().publicUrl ?? `http://${sent.get('host')}`;
  return (
    <SiteFrame
      isOnTrialCopy={isOnTrialCopy(actor)}
      who={whoReads(actor)}
      leave={leave}
      here={placeOf(path)}
      path={path}
      address={path === undefined ? undefined : paperAddress(origin, path)}
    >
      {children}
    </SiteFrame>
  );
}

/** The address of this page for links, with no more words than a search uses. */
function shortPath(path: string | undefined): string | undefined {
  const [start = '', query] = path?.split('?', 2) ?? [];
  const words = new URLSearchParams(query);
  const q = words.get('q');
  if (q === null || q.length <= MAX_QUERY) return path;
  words.set('q', q.slice(0, MAX_QUERY).toWellFormed());
  return `${start}?${words}`;
}

/** An address that fits on paper: without its query where that is a long text. */
function paperAddress(origin: string, path: string): string {
  const short = path.length > 200 ? path.split('?', 1)[0] : path;
  return `${origin.replace(/\/$/, '')}${short}`;
}
