'use client';

import { Failure } from '#components/site/failure.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** One for all pages: a second one nearer to them would be loaded with every page, too. */
export default function PageFailed({ error, reset }: Props) {
  return <Failure digest={error.digest} again={reset} />;
}
