import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { readerContext } from '#app/request/context.ts';
import { SiteFrame } from '#components/site/frame.tsx';
import { placeOf } from '#components/site/place-of.ts';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { actor } = await readerContext();
  const path = (await headers()).get('x-saling-path') ?? undefined;
  return (
    <SiteFrame
      isOnTrialCopy={actor.kind === 'visitor' && actor.isOnTrialCopy}
      here={placeOf(path)}
      path={path}
    >
      {children}
    </SiteFrame>
  );
}
