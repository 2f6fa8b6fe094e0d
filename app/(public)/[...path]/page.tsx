import type { Metadata } from 'next';
import { answerMissing, missingMetadata } from '#app/request/found.ts';
import { Missing } from '#components/site/missing.tsx';

export const generateMetadata = (): Promise<Metadata> => missingMetadata();

/**
 * An address that no other route knows. A `not-found.tsx` instead would be rendered, and sent, with every page:
 * Next has it at hand in case that one is needed.
 */
export default async function UnknownAddress() {
  await answerMissing();
  return <Missing />;
}
