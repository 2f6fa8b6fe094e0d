import { readerContext } from '#app/request/context.ts';
import type { Context } from '#lib/core/context.ts';
import type { Invitation } from '#lib/identity/contract.ts';
import { getInvitation } from '#lib/identity/queries/invitations.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';

export type Opened =
  /** `other`: somebody is signed in here with another address than the one that was invited. */
  | { state: 'unknown' | 'expired' }
  | { state: 'accepted' | 'withdrawn' | 'other' | 'open'; invitation: Invitation; context: Context };

/** What the link of an invitation is worth here and now, and in whose name it would be taken. */
export async function openInvitation(token: string): Promise<Opened> {
  const reading = await readLinkOf('invitation', token);
  if (reading.state !== 'open') return { state: reading.state };
  const reader = await readerContext();
  const context: Context = { ...reader, actor: linkActor('invitation', { ...reading, personId: null }) };
  const invitation = await getInvitation(context, { id: reading.subject });
  if (invitation.state === 'expired') return { state: 'expired' };
  const { actor } = reader;
  if (invitation.state === 'open' && actor.kind === 'person' && actor.email !== invitation.email) {
    return { state: 'other', invitation, context: reader };
  }
  return { state: invitation.state, invitation, context: actor.kind === 'person' ? reader : context };
}
