'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const PAUSE_MS = 1000;
const MOST_TIMES = 60;

/** Reads the page anew each second until what it waits for is done; a minute at most. */
export function RefreshUntil({ isDone }: { isDone: boolean }) {
  const { refresh } = useRouter();
  useEffect(() => {
    if (isDone) return;
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times > MOST_TIMES) clearInterval(timer);
      else refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [isDone, refresh]);
  return null;
}
