'use client';

import { Failure } from '#components/site/failure.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageFailed({ error, reset }: Props) {
  return (
    <main className="wrap" id="main">
      <Failure digest={error.digest} again={reset} />
    </main>
  );
}
