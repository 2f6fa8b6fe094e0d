import { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { type ErrorCode, SalingError } from '#lib/core/errors.ts';
import { mayInvite } from '#lib/identity/policy.ts';
import {
  type FoundInvitation,
  lockInvitation,
  renewInvitation,
  setInvitationState,
} from '#lib/identity/store/invitations.ts';

const input = z.object({ invitationId: z.uuid() });

const mayChange = (actor: Actor, found: FoundInvitation | undefined): ErrorCode | null =>
  mayInvite(actor, found?.office, found?.row.role ?? 'staff');

/** @throws SalingError `conflict` with the reason that the invitation is not open */
function openOne(found: FoundInvitation | undefined): FoundInvitation['row'] {
  if (found === undefined) throw new SalingError('not-found');
  if (found.row.state !== 'open') throw new SalingError('conflict', { params: { reason: found.row.state } });
  return found.row;
}

/** Takes an offer back: its link opens nothing any more. */
export const withdrawInvitation = defineCommand({
  name: 'invitation.withdraw',
  input,
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  policy: mayChange,
  apply: async (tx, _input, found) => {
    if (found?.row.state === 'withdrawn') return { outcome: { changed: false }, subject: null };
    const { id } = openOne(found);
    await setInvitationState(tx, id, 'withdrawn');
    return {
      outcome: { changed: true },
      subject: { kind: 'invitation', id },
      before: { state: 'open' },
      after: { state: 'withdrawn' },
      event: { stream: `invitation:${id}`, type: 'invitation.withdrawn', payload: { id } },
    };
  },
});

/** Undoes a withdrawal: the link that was sent works again for what is left of its time. */
export const reopenInvitation = defineCommand({
  name: 'invitation.reopen',
  input,
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  policy: mayChange,
  apply: async (tx, _input, found) => {
    if (found === undefined) throw new SalingError('not-found');
    const { id, state } = found.row;
    if (state === 'open') return { outcome: { changed: false }, subject: null };
    if (state !== 'withdrawn') throw new SalingError('conflict', { params: { reason: state } });
    await setInvitationState(tx, id, 'open');
    return {
      outcome: { changed: true },
      subject: { kind: 'invitation', id },
      before: { state },
      after: { state: 'open' },
    };
  },
});

/** Sends it again, with a new link and its full time. @throws SalingError `too-many` within ten minutes */
export const resendInvitation = defineCommand({
  name: 'invitation.resend',
  input,
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  policy: mayChange,
  apply: async (tx, _input, found) => {
    const { id } = openOne(found);
    if (found?.isJustSent) throw new SalingError('too-many');
    await renewInvitation(tx, id);
    return {
      outcome: { changed: true },
      subject: { kind: 'invitation', id },
      event: { stream: `invitation:${id}`, type: 'invitation.made', payload: { ids: [id] } },
    };
  },
});
