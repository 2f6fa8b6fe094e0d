import { readerContext } from '#app/request/context.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Exchange } from '#lib/exchanges/contract.ts';
import { getExchange } from '#lib/exchanges/queries.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';

export type OpenedRequest =
  | { state: 'open'; context: Context; exchange: Exchange }
  | { state: 'expired' | 'unknown' | 'done' };

/** What the link of a mail opens now; `done`: it is not hers to answer any more who got it. */
export async function openRequest(token: string): Promise<OpenedRequest> {
  const link = await readLinkOf('answer-exchange', token);
  if (link.state !== 'open') return { state: link.state };
  const context = { ...(await readerContext()), actor: linkActor('answer-exchange', link) };
  try {
    return { state: 'open', context, exchange: await getExchange(context, { exchangeId: link.subject }) };
  } catch (error) {
    if (error instanceof SalingError && error.code === 'not-found') return { state: 'done' };
    throw error;
  }
}
