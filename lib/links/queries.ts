import type { LinkPurpose } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { LinkReading } from './contract.ts';
import { readToken } from './rules.ts';
import { selectNow } from './store.ts';

/** What a link that came by mail is worth now. The page behind it shows a button; only the button acts. */
export async function readLinkOf(purpose: LinkPurpose, token: string): Promise<LinkReading> {
  const now = await withActor(jobContext('links').actor, selectNow);
  return readToken(purpose, token, now);
}

export { selectNow as databaseNow } from './store.ts';
