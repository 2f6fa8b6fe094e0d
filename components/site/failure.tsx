'use client';

import { useEffect, useState } from 'react';
import { Mark } from '#components/ui/mark.tsx';
import en from '#messages/en/failure.json' with { type: 'json' };
import id from '#messages/id/failure.json' with { type: 'json' };

type Props = {
  /** Next's number of the error in the server's log; absent for errors of the browser. */
  digest: string | undefined;
  again: () => void;
};

/** A page that could not be made: what to do, and the number under which the log knows it. */
export function Failure({ digest, again }: Props) {
  const [words, setWords] = useState(en);
  const [requestId, setRequestId] = useState<string>();
  const [isTrial, setIsTrial] = useState(false);
  useEffect(() => {
    if (document.documentElement.lang === 'id') setWords(id);
    setIsTrial(document.querySelector('meta[name="trial-copy"]') !== null);
    setRequestId(document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content);
  }, []);
  const number = requestId ?? digest;
  return (
    <>
      {isTrial ? (
        <div className="strip">
          <div className="wrap">
            <p>{words.trial}</p>
          </div>
        </div>
      ) : null}
      <header className="head">
        <div className="wrap">
          <a className="name" href="/">
            <Mark />
            Saling
          </a>
        </div>
      </header>
      <main className="wrap prose" id="main">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        {number ? <p className="soft small">{words.number.replace('{id}', number)}</p> : null}
        <div className="do">
          <button type="button" className="btn" onClick={again}>
            {words.again}
          </button>
          <a href="/">{words.home}</a>
        </div>
      </main>
    </>
  );
}
