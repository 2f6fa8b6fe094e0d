'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { askedAddress, fetchPage, IDS, takeOver } from './live-page.ts';
import { newestOnly } from './newest-only.ts';

type Props = {
  /** Said when an answer takes long, and when none can be had. */
  words: { slow: string; failed: string };
  /** The results as the server wrote them. */
  children: ReactNode;
};
type State = { fresh: ChildNode[] | null; said: string; isBusy: boolean; hasFailed: boolean };

/** Results that follow what is typed and ticked in the page's two forms, which work without it, too. */
export function LiveResults({ words, children }: Props) {
  const [{ fresh, said, isBusy, hasFailed }, setState] = useState<State>({
    fresh: null,
    said: '',
    isBusy: false,
    hasFailed: false,
  });
  const { slow, failed } = words;

  useEffect(() => {
    const search = newestOnly<Document>({
      ask: fetchPage,
      onAnswer: (page, address) => {
        const body = page.getElementById(IDS.results);
        takeOver(page);
        window.history.replaceState(null, '', address);
        const nodes = body ? [...body.childNodes] : [];
        setState({ fresh: nodes, said: body?.dataset.said ?? '', isBusy: false, hasFailed: false });
      },
      onSlow: () => setState((state) => ({ ...state, said: slow, isBusy: true })),
      onFailure: () => setState((state) => ({ ...state, said: failed, isBusy: false, hasFailed: true })),
    });
    const leave = listen(search);
    return () => {
      leave();
      search.stop();
    };
  }, [slow, failed]);

  return (
    <div aria-busy={isBusy} className={fresh === null ? undefined : 'min-h-screen'}>
      <p role="status" className={hasFailed ? 'notice mb-6' : 'hide'}>
        {said}
      </p>
      {fresh === null ? children : <FreshNodes nodes={fresh} />}
    </div>
  );
}

/** Nodes of a page that the same server wrote; scripts in them never run. */
function FreshNodes({ nodes }: { nodes: ChildNode[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes]);
  return <div ref={place} id={IDS.results} />;
}

function listen(search: ReturnType<typeof newestOnly>): () => void {
  const onInput = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    search.later(askedAddress());
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    search.now(askedAddress());
    if (event.currentTarget instanceof HTMLElement && event.currentTarget.id === IDS.facets) {
      document.getElementById('results')?.focus();
    }
  };
  const forms = [IDS.search, IDS.facets].flatMap((id) => document.getElementById(id) ?? []);
  for (const form of forms) {
    form.addEventListener('input', onInput);
    form.addEventListener('compositionend', onInput);
    form.addEventListener('submit', onSubmit);
  }
  return () => {
    for (const form of forms) {
      form.removeEventListener('input', onInput);
      form.removeEventListener('compositionend', onInput);
      form.removeEventListener('submit', onSubmit);
    }
  };
}
