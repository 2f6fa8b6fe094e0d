import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from '#i18n/words.ts';
import { SalingError } from '#lib/core/errors.ts';
import { setStatus } from '#lib/platform/page-status.ts';

/**
 * What a page is about, or null where the reader cannot see it or its name cannot be one; the answer is then 404.
 * Next's own `notFound()` leaves the body empty until scripts have run (vercel/next.js issue 62228).
 */
export async function found<Result>(read: Promise<Result>): Promise<Result | null> {
  try {
    return await read;
  } catch (error) {
    const isMissing =
      error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid');
    if (!isMissing) throw error;
    await answerMissing();
    return null;
  }
}

/** For the action of a button: what its sender may not see, name or do makes 404 of the answer; other errors go on. */
export async function answerRefused(error: unknown): Promise<void> {
  const isRefused =
    error instanceof SalingError && ['not-found', 'invalid', 'not-allowed'].includes(error.code);
  if (!isRefused) throw error;
  await answerMissing();
}

/** Makes 404 of this answer, whatever the page renders. */
export async function answerMissing(): Promise<void> {
  const id = (await headers()).get('x-request-id');
  if (id !== null) setStatus(id, 404);
}

/** Title of a page that is not there. */
export async function missingMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors');
  return {
    title: t('notFoundTitle'),
    description: t('notFoundText'),
    alternates: {},
    robots: { index: false },
  };
}
