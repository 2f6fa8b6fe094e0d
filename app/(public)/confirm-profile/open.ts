import { readerContext } from '#app/request/context.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';
import type { ProfileNews } from '#lib/profile/contract.ts';
import { getLinkedProfile } from '#lib/profile/queries.ts';

export type OpenedProfile =
  | { state: 'open'; context: Context; news: ProfileNews }
  | { state: 'expired' | 'unknown' | 'done' };

/** What the link of a mail opens now; `done`: confirmed since, or not hers any more who got it. */
export async function openProfile(token: string): Promise<OpenedProfile> {
  const link = await readLinkOf('confirm-profile', token);
  if (link.state !== 'open') return { state: link.state };
  const context = { ...(await readerContext()), actor: linkActor('confirm-profile', link) };
  try {
    return { state: 'open', context, news: await getLinkedProfile(context, {}) };
  } catch (error) {
    if (error instanceof SalingError && error.code === 'not-found') return { state: 'done' };
    throw error;
  }
}
