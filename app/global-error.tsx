'use client';

import { Failure } from '#components/site/failure.tsx';
import './globals.css';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The last resort: the root layout itself failed, so it brings its own document. */
export default function EverythingFailed({ error, reset }: Props) {
  return (
    <html lang="en">
      <body>
        <Failure digest={error.digest} again={reset} />
      </body>
    </html>
  );
}
