import { inject } from 'vitest';
import { sharedSite } from './site-process.ts';

/** Address of the real, built server with the sample data: one for the whole run, so tests must not spoil it. */
export async function siteUrl(): Promise<string> {
  const { folder } = inject('run');
  return (await sharedSite(folder)).url;
}
