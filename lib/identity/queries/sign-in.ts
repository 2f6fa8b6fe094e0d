import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { LinkState } from '#lib/identity/contract.ts';
import { selectSignInRequest } from '#lib/identity/store/sign-in.ts';

const { actor: gate } = jobContext('sign-in');

/**
 * What a link of a mail is worth now, for the page with its button; looking at it changes nothing.
 * @param linkHash of its token, see gateway.ts
 */
export async function readLink(linkHash: string): Promise<LinkState & { returnTo: string | null }> {
  const row = await withActor(gate, (tx) => selectSignInRequest(tx, linkHash));
  if (row === undefined) return { state: 'unknown', email: null, returnTo: null };
  if (row.usedAt !== null) return { state: 'used', email: null, returnTo: null };
  if (row.isExpired) return { state: 'expired', email: null, returnTo: null };
  return { state: 'open', email: row.email, returnTo: row.returnTo };
}
