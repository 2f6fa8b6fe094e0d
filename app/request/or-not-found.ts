import { notFound } from 'next/navigation';
import { SalingError } from '#lib/core/errors.ts';

/** What a page is about; the page "not found" where the reader cannot see it or its name cannot be one. */
export async function orNotFound<Result>(read: Promise<Result>): Promise<Result> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid')) notFound();
    throw error;
  }
}
