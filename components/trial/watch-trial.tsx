'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { watchMatches } from '#components/matching/watch.ts';

/**
 * Reads the page anew when something has happened: a record behind the matches changed, or the reader comes back
 * from the other window. Where she was typing or reading stays as it is.
 */
export function WatchTrial({ slug, event }: { slug: string; event: string }) {
  const { refresh } = useRouter();
  useEffect(() => watchMatches({ slug }, event, refresh), [slug, event, refresh]);
  useEffect(() => {
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [refresh]);
  return null;
}
