import { useEffect, useRef } from 'react';

/** Milliseconds that a link waits for the text to arrive. The text is kept on the device in any case. */
const LONGEST_WAIT = 2000;

type Leaving = {
  isUnsent: () => boolean;
  /** Sends now, and ends when there is an answer. */
  flush: () => Promise<void>;
  /** Sends in a way that outlives the page; nobody waits for the answer. */
  sendLate: () => void;
};

/** Sends what is unsent when a form is left: by a link, another tab, another page or by closing. */
export function useLeaving(leaving: Leaving): void {
  const now = useRef(leaving);
  now.current = leaving;
  useEffect(() => {
    let isSentLate = false;
    const onHide = () => {
      if (document.visibilityState === 'hidden' && now.current.isUnsent()) void now.current.flush();
    };
    const onLeave = () => {
      if (!now.current.isUnsent()) return;
      isSentLate = true;
      now.current.sendLate();
    };
    // Brought back from memory, the page does not know the version that was saved after it was left.
    const onReturn = (event: PageTransitionEvent) => {
      if (event.persisted && isSentLate) window.location.reload();
    };
    const onClick = (event: MouseEvent) => {
      const address = linkOf(event);
      if (address === null || !now.current.isUnsent()) return;
      event.preventDefault();
      const wait = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
      void Promise.race([now.current.flush(), wait]).then(() => window.location.assign(address));
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onLeave);
    window.addEventListener('pageshow', onReturn);
    document.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onLeave);
      window.removeEventListener('pageshow', onReturn);
      document.removeEventListener('click', onClick, true);
      if (now.current.isUnsent()) now.current.sendLate();
    };
  }, []);
}

/** Where a press leads in this window; null where it leads to no other page. */
function linkOf(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!isPlain || link === null || event.defaultPrevented) return null;
  if (link.target !== '' || link.hasAttribute('download') || !/^https?:$/.test(link.protocol)) return null;
  const [here] = window.location.href.split('#');
  return link.hash !== '' && link.href.split('#')[0] === here ? null : link.href;
}
