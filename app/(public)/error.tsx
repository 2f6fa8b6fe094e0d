'use client';

import { Failure } from '#components/site/failure.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Inside the frame of the public pages, so that the way on stays in sight. */
export default function PublicPageFailed({ error, reset }: Props) {
  return <Failure digest={error.digest} again={reset} />;
}
